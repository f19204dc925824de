using Prover.Bench.Provers;

namespace Prover.Rounds.Provers;

/// <summary>Makes the provers of rounds.</summary>
public interface IRoundProverSource
{
    /// <summary>Makes the prover of a version. It must learn nothing while it is asked: which problem comes first must not matter, and a round that
    /// was killed must come to the same as one that was not.</summary>
    /// <param name="version">The version.</param>
    /// <param name="campaign">The campaign's folder, which paths of the version are relative to.</param>
    /// <param name="cancellationToken">The token.</param>
    /// <returns>The prover; disposed of after use where it can be.</returns>
    Task<IBenchProver> CreateAsync(ProverVersion version, string campaign, CancellationToken cancellationToken = default);
}
