using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Screening;

namespace Prover.Bench.Scores;

/// <summary>A problem that provers were asked, with the samples that count: those on record whose number is below the run's number of samples.</summary>
internal sealed record AskedProblem(BenchProblem Problem, CheckedStatement Check, IReadOnlyList<SampleRecord> Samples)
{
    public bool IsSolved => IsSolvedBy(Samples.Count);

    /// <summary>Whether one of the first samples proves it.</summary>
    public bool IsSolvedBy(int first) => Samples.Take(first).Any(s => s.Attempt.Outcome == SampleOutcome.Proved);

    /// <summary>What the first samples say.</summary>
    public Tally Tally(int first) => new(
        Math.Min(first, Samples.Count),
        Samples.Take(first).Count(s => s.Attempt.Outcome == SampleOutcome.Proved),
        Samples.Take(first).Count(s => s.Attempt.Outcome.IsDetermined()));

    /// <summary>All problems of a run that were asked, in the data set's order, their samples by number.</summary>
    public static IReadOnlyList<AskedProblem> Of(BenchRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var checks = run.Checks.Where(c => c.IsAsked).ToDictionary(c => c.Problem);
        var samples = run.Samples.Where(s => s.Sample < run.Settings.Samples).ToLookup(s => s.Problem);
        return
        [
            .. from problem in run.Problems
               where checks.ContainsKey(problem.Name)
               select new AskedProblem(problem, checks[problem.Name], [.. samples[problem.Name].OrderBy(s => s.Sample)]),
        ];
    }
}

/// <summary>How the samples of a problem ended, as far as scores go.</summary>
/// <param name="Samples">All.</param>
/// <param name="Proved">Those that prove it.</param>
/// <param name="Determined">Those that neither a time-out nor a failure ended; a refutation is one of them, and no proof.</param>
internal readonly record struct Tally(int Samples, int Proved, int Determined);

/// <summary>What outcomes mean for scores.</summary>
internal static class Outcomes
{
    /// <summary>Whether the sample says something of the prover: more time, or machinery that works, would not have changed it.</summary>
    public static bool IsDetermined(this SampleOutcome outcome) => outcome is not (SampleOutcome.TimedOut or SampleOutcome.Infrastructure);
}
