namespace Prover.Rounds.Rounds;

/// <summary>Makes the steps of proofs shorter, so that what is learned from them is what was needed and nothing beside it.</summary>
/// <remarks>The proofs themselves stay as they were verified.</remarks>
public interface IStepShortener
{
    /// <summary>The same proofs, in order, with the same steps or shorter ones.</summary>
    Task<IReadOnlyList<PoolProof>> ShortenAsync(IReadOnlyList<PoolProof> proofs, CancellationToken cancellationToken = default);
}
