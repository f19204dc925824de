using System.Globalization;
using Prover.Bench.Scores;
using Prover.Cli.Output;
using Prover.Rounds.Promotion;
using Prover.Rounds.Reports;
using Prover.Rounds.Schedules;

namespace Prover.Cli.Rounds;

/// <summary>Campaigns as tables for people.</summary>
internal static class PlainRounds
{
    /// <summary>A campaign, round by round.</summary>
    public static void Write(TextWriter output, CampaignReport report)
    {
        var settings = report.Settings;
        var over = report.Rounds.Count(r => r.Round > 0 && r.Decision is not null);
        output.WriteLine($"rounds:   {Visible.Of(report.Name)}, {(report.IsComplete ? "complete" : $"{over} of {settings.Rounds} over")}");
        output.WriteLine($"prover:   {Visible.Of(settings.Prover.Name)}, memory {(settings.Memory ? "on" : "off")}{(settings.Hook is { } hook ? $", after each round: {Visible.Of(hook)}" : string.Empty)}");
        output.WriteLine($"data:     {report.TrainingProblems} to train on, {report.Excluded.Count} of them kept out, {report.Duplicates.Count} duplicates; held out {settings.HeldOut.Problems} of {Visible.Of(settings.HeldOut.Name)}");
        if (report.Variants.Count > 0)
        {
            var solved = report.Variants.Count(v => v.Outcome == ProblemOutcome.Solved);
            output.WriteLine($"variants: {report.Variants.Count} of {report.Variants.Select(v => v.Parent).Distinct().Count()} unsolved problems, {solved} of them solved");
        }

        Row(output, "round", "chosen", "solved", "new", "pool", "held-out pass@1", "version");
        foreach (var round in report.Rounds)
        {
            Row(output, Number(round.Round), Number(round.Chosen), Number(round.Solved), Number(round.NewProofs), Number(round.PoolSize), Words(round.PassAt1()?.FailuresWrong), Version(round));
            foreach (var warning in round.Decision?.Warnings ?? [])
            {
                output.WriteLine($"          warning: {warning}");
            }
        }
    }

    /// <summary>Campaigns side by side, by their held-out scores.</summary>
    public static void Write(TextWriter output, CampaignDocument document)
    {
        output.WriteLine($"{"round",5}  {string.Join("  ", document.Campaigns.Select(c => $"{Visible.Of(c.Name),-24}"))}");
        foreach (var round in Enumerable.Range(0, document.Campaigns.Max(c => c.Rounds.Count)))
        {
            output.WriteLine($"{round,5}  {string.Join("  ", document.Campaigns.Select(c => $"{Words(c.Rounds.ElementAtOrDefault(round)?.PassAt1()?.FailuresWrong),-24}"))}");
        }

        foreach (var comparison in document.Comparisons)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Visible.Of(comparison.A)} against {Visible.Of(comparison.B)}: of {comparison.Problems} both solved {comparison.Both}, only the first {comparison.OnlyA}, only the second {comparison.OnlyB}; p = {comparison.PValue:0.####}"));
        }

        foreach (var warning in document.Warnings)
        {
            output.WriteLine($"warning: {Visible.Of(warning)}");
        }
    }

    private static string Version(RoundReport round) => (round.Candidate, round.Decision) switch
    {
        (null, _) => $"{round.Phase.ToString().ToLowerInvariant()} so far",
        ({ } made, null) => $"@{made}, {round.Phase.ToString().ToLowerInvariant()} so far",
        ({ } made, { Kind: DecisionKind.Promoted }) => $"@{made} promoted over @{round.Prover}",
        ({ } made, { Kind: DecisionKind.RolledBack }) => $"@{made} rolled back to @{round.Prover}",
        ({ } made, { Kind: DecisionKind.Unchanged }) => $"@{made} the same as @{round.Prover}",
        ({ } made, _) => $"@{made} baseline",
    };

    private static void Row(TextWriter output, string round, string chosen, string solved, string found, string pool, string heldOut, string version) =>
        output.WriteLine($"{round,5}  {chosen,6}  {solved,6}  {found,5}  {pool,6}  {heldOut,-24}  {version}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Words(Estimate? estimate) => estimate is null
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{100 * estimate.Value:0.0} % [{100 * estimate.Low:0.0}, {100 * estimate.High:0.0}]");
}
