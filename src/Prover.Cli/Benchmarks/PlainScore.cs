using System.Globalization;
using Prover.Bench.Runs;
using Prover.Bench.Scores;
using Prover.Bench.Screening;
using Prover.Cli.Output;

namespace Prover.Cli.Benchmarks;

/// <summary>A run's score as lines for people.</summary>
internal static class PlainScore
{
    public static void Write(TextWriter output, BenchRun run, RunScore score)
    {
        var asked = run.Checks.Count(c => c.IsAsked);
        output.WriteLine($"run:      {run.Folder}");
        output.WriteLine($"data:     {Visible.Of(run.Settings.Data.Name)}, {run.Problems.Count} problems, profile {run.Settings.Profile}, {run.Settings.Lean}");
        output.WriteLine($"prover:   {Visible.Of(run.Settings.Prover.Name)}, {run.Settings.Samples} {(run.Settings.Samples == 1 ? "sample" : "samples")} of each problem, seed {run.Settings.Seed}");
        output.WriteLine($"state:    {(run.IsComplete ? "complete" : $"{run.Checks.Count} of {run.Problems.Count} statements examined, {run.Samples.Count} of {asked * run.Settings.Samples} samples drawn")}");
        output.WriteLine($"asked:    {asked}; not expressible {Count(StatementStatus.NotExpressible)}, unknown {Count(StatementStatus.Unknown)}; "
            + $"of the asked vacuous {Count(StatementStatus.Vacuous)}, false {Count(StatementStatus.False)}, known to be faulty {run.Checks.Count(c => c is { IsAsked: true, KnownFault: not null })}");
        Write(output, score.All);
        Write(output, score.WithoutFaulty);
        Write(output, score.Costs, score.All.Solved);
        if (run.Settings.Prover.IsDeterministic && run.Settings.Samples > 1)
        {
            output.WriteLine("note:     this prover is deterministic: its samples repeat each other, and pass@k says nothing that pass@1 does not.");
        }

        int Count(StatementStatus status) => run.Checks.Count(c => c.Status == status);
    }

    private static void Write(TextWriter output, GroupScore group)
    {
        output.WriteLine($"{group.Name}: {group.Solved} of {group.Problems} solved; samples: {group.Proved} proved, {group.Refuted} refuted, "
            + $"{group.NotProved} not proved, {group.TimedOut} timed out, {group.Failed} failed");
        foreach (var (k, interval) in group.PassAtK)
        {
            output.WriteLine($"  {$"pass@{k}",-10} {Words(interval)}");
        }

        if (group.AnyOfN is { } any && group.N > 1)
        {
            output.WriteLine($"  {$"any of {group.N}",-10} {Words(any)}");
        }
    }

    private static void Write(TextWriter output, RunCosts costs, int solved)
    {
        var parts = new List<string>();
        if (costs is { ProcessorSeconds: { } processor, SolvedPerProcessorSecond: { } rate })
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{processor:N0} processor seconds for {solved} solved ({rate:0.###} a second)"));
        }

        if (costs.InputTokens + costs.OutputTokens is > 0 and var tokens)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{tokens:N0} tokens{(costs.SolvedPerMillionTokens is { } per ? $" ({per:0.#} solved a million)" : string.Empty)}"));
        }

        if (costs is { Cost: > 0, Currency: { } currency })
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{costs.Cost:0.##} {currency}"));
        }

        if (parts.Count > 0)
        {
            output.WriteLine($"cost:     {string.Join(", ", parts)}");
        }
    }

    private static string Words(ScoreInterval score)
    {
        var wrong = Words(score.FailuresWrong);
        return score.FailuresLeftOut is null || score.FailuresLeftOut == score.FailuresWrong
            ? wrong
            : $"{wrong} with time-outs and failures as wrong, {Words(score.FailuresLeftOut)} without them{(score.ProblemsLeftOut > 0 ? $" ({score.ProblemsLeftOut} problems left out)" : string.Empty)}";
    }

    private static string Words(Estimate estimate) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * estimate.Value:0.0} % [{100 * estimate.Low:0.0}, {100 * estimate.High:0.0}]");
}
