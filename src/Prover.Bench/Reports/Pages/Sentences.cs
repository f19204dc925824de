using Prover.Bench.Screening;

namespace Prover.Bench.Reports.Pages;

/// <summary>What the page says in words.</summary>
internal static class Sentences
{
    /// <summary>The title.</summary>
    public static string Title(ReportDocument document)
    {
        var data = string.Join(" and ", document.Runs.Select(r => r.Settings.Data.Name).Distinct());
        var names = document.Runs.Select(r => r.Name).ToList();
        return $"{(names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}")} on {data}";
    }

    /// <summary>A run's result.</summary>
    public static string Result(RunReport run)
    {
        var all = run.Score.All;
        var samples = all.N == 1 ? "one sample" : $"{all.N} samples";
        return run.Screening switch
        {
            { Examined: 0 } => "No statement has been examined yet.",
            { Asked: 0, Examined: var examined } when run.IsComplete => $"No prover was asked: none of the {examined} statements can be expressed under the profile {run.Settings.Profile}.",
            { Asked: 0 } => "No prover has been asked yet.",
            _ when all.Samples == 0 => $"No sample of the {Problems(all.Problems)} that are to be asked is on record yet.",
            { Problems: var problems } =>
                $"A proof was found for {all.Solved} of the {Problems(all.Problems)} that {run.Settings.Prover.Name} was asked, of {problems} in the data"
                + (run.IsComplete ? $", with {samples} each." : ", so far."),
        };
    }

    /// <summary>A status as a word or two.</summary>
    public static string Word(StatementStatus status) => status switch
    {
        StatementStatus.Expressible => "expressible",
        StatementStatus.NotExpressible => "not expressible",
        StatementStatus.Vacuous => "vacuous",
        StatementStatus.False => "false",
        _ => "unknown",
    };

    private static string Problems(int count) => count == 1 ? "1 problem" : $"{count} problems";
}
