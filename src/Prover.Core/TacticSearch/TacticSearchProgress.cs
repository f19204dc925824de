namespace Prover.Core.TacticSearch;

/// <summary>A goal was worked on.</summary>
/// <param name="Goal">The goal as Lean prints it.</param>
/// <param name="Depth">Tactics from the statement to it.</param>
/// <param name="Tried">Tactics that Lean was asked about.</param>
/// <param name="Accepted">Those that Lean accepted.</param>
/// <param name="Unknown">Tactics on which Lean gave no answer: out of time, or the machinery failed.</param>
/// <param name="IsProved">Whether the goal is proved now.</param>
/// <param name="Elapsed">Time that Lean took for all of them.</param>
public sealed record TacticSearchProgress(
    string Goal, int Depth, int Tried, IReadOnlyList<string> Accepted, int Unknown, bool IsProved, TimeSpan Elapsed);
