using Prover.Bench.Data;
using Prover.Bench.Screening;

namespace Prover.Bench.Runs;

/// <summary>All that is on record of a run, finished or not.</summary>
/// <param name="Folder">Where it is kept.</param>
/// <param name="Settings">What was asked for.</param>
/// <param name="Problems">The problems, in the data set's order.</param>
/// <param name="Checks">What was found of the statements, in the order of the problems; shorter while the run goes on.</param>
/// <param name="Samples">The finished samples, by problem in their order and by number.</param>
/// <param name="Sessions">The processes that worked on it, by their start.</param>
public sealed record BenchRun(
    string Folder,
    RunSettings Settings,
    IReadOnlyList<BenchProblem> Problems,
    IReadOnlyList<CheckedStatement> Checks,
    IReadOnlyList<SampleRecord> Samples,
    IReadOnlyList<SessionRecord> Sessions)
{
    /// <summary>Whether every statement was examined and every sample of those that are asked is there.</summary>
    public bool IsComplete => Checks.Count == Problems.Count && Samples.Count(s => s.Sample < Settings.Samples) == Checks.Count(c => c.IsAsked) * Settings.Samples;
}
