using Prover.Bench.Provers;

namespace Prover.Bench.Runs;

/// <summary>One finished sample; a line of <c>samples/PROBLEM.jsonl</c>.</summary>
/// <param name="Problem">Name of the problem.</param>
/// <param name="Sample">Its number among the problem's samples, from 0.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Attempt">How it ended and what it cost.</param>
/// <param name="Session">Which process of the run made it.</param>
/// <param name="Finished">When.</param>
public sealed record SampleRecord(string Problem, int Sample, int Seed, Attempt Attempt, string Session, DateTimeOffset Finished);
