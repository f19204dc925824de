namespace Prover.Core.Memory.Adaptation;

/// <summary>Which locals of the goal at hand stand for those that a tactic named.</summary>
/// <param name="Targets">For each local of the source that is named, the one at hand; no two the same.</param>
/// <param name="Quality">From 0 to 1: how well types agree and how consistent it is over the whole goal.</param>
internal sealed record LocalAssignment(IReadOnlyDictionary<int, int> Targets, double Quality);
