namespace Prover.Core.Memory.Neighbours;

/// <summary>A step as it is kept in memory.</summary>
/// <param name="Goal">The goal's text, UTF-8.</param>
/// <param name="Tactic">The tactic's text.</param>
/// <param name="TacticNumber">Number of the tactic's kind: its text without the names of locals.</param>
/// <param name="ProofId">The proof that it was first seen in.</param>
/// <param name="Features">See <see cref="Features.GoalFingerprint"/>.</param>
internal sealed record StoredStep(byte[] Goal, string Tactic, int TacticNumber, string ProofId, int[] Features)
{
    /// <summary>See <see cref="PreparedStep.Seconds"/>.</summary>
    public double? Seconds { get; init; }
}

/// <summary>A step whose goal is like the one asked about.</summary>
/// <param name="Step">The step.</param>
/// <param name="Number">Its number: steps are counted in the order in which they were learned.</param>
/// <param name="Similarity">From 0 to 1.</param>
/// <param name="Uses">In how many steps its kind of tactic helped.</param>
internal sealed record Neighbour(StoredStep Step, int Number, double Similarity, int Uses);
