namespace Prover.Core.Memory.Neighbours;

/// <summary>What was known after some number of proofs: with it a look-up gives what it gave then, whatever was learned since.</summary>
/// <param name="Proofs">How many proofs.</param>
/// <param name="Steps">How many different steps.</param>
/// <param name="Occurrences">In how many steps each feature occurs.</param>
/// <param name="Uses">In how many steps each kind of tactic helped.</param>
internal sealed record Knowledge(int Proofs, int Steps, FeatureCounts Occurrences, IReadOnlyList<int> Uses)
{
    /// <summary>How many steps helped in all, repetitions counted.</summary>
    public required int AllUses { get; init; }
}
