using Prover.Bench.Runs;

namespace Prover.Bench.Scores;

/// <summary>Adds up what a run cost.</summary>
internal static class CostAccount
{
    public static RunCosts Of(BenchRun run, IReadOnlyList<AskedProblem> problems)
    {
        var samples = problems.SelectMany(p => p.Samples).ToList();
        var (input, output) = (samples.Sum(s => s.Attempt.InputTokens), samples.Sum(s => s.Attempt.OutputTokens));
        var currencies = run.Settings.Prover.Models.Select(m => m.Currency).OfType<string>().Distinct().ToList();
        var seconds = ProvingSeconds(run.Sessions, samples);
        var solved = problems.Count(p => p.IsSolved);
        return new RunCosts
        {
            ProcessorSeconds = seconds,
            CheckingProcessorSeconds = run.Sessions.Count == 0 || run.Sessions.Any(s => s.CheckingProcessorSeconds is null)
                ? null
                : run.Sessions.Sum(s => s.CheckingProcessorSeconds),
            SampleSeconds = samples.Sum(s => s.Attempt.Seconds),
            InputTokens = input,
            OutputTokens = output,
            Cost = currencies.Count > 1 ? 0 : samples.Sum(s => s.Attempt.Cost),
            Currency = currencies.Count == 1 ? currencies[0] : null,
            SolvedPerProcessorSecond = seconds > 0 ? solved / seconds : null,
            SolvedPerMillionTokens = input + output > 0 ? solved * 1e6 / (input + output) : null,
        };
    }

    // A session that left no sample, and could not measure, takes nothing away from the sum of the others.
    private static double? ProvingSeconds(IReadOnlyList<SessionRecord> sessions, IReadOnlyList<SampleRecord> samples)
    {
        var measured = sessions.Where(s => s.ProvingProcessorSeconds is not null).Select(s => s.Id).ToHashSet();
        return measured.Count > 0 && samples.All(s => measured.Contains(s.Session)) ? sessions.Sum(s => s.ProvingProcessorSeconds ?? 0) : null;
    }
}
