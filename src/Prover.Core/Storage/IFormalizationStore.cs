using Prover.Core.Formalization;

namespace Prover.Core.Storage;

/// <summary>Keeps formalizations with their evidence.</summary>
/// <remarks>Thread-safe; nothing is ever overwritten: what is saved under an id later stands beside what was there.</remarks>
public interface IFormalizationStore
{
    /// <summary>The formalization that counts for a problem: the latest pinned one, or else the latest; null when there is none.</summary>
    /// <exception cref="StoreException">See <see cref="IProofStore.FindVerdictAsync"/>.</exception>
    Task<FormalizedProblem?> FindFormalizationAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>All that was ever saved for a problem, oldest first.</summary>
    /// <exception cref="StoreException">See <see cref="IProofStore.FindVerdictAsync"/>.</exception>
    Task<IReadOnlyList<FormalizedProblem>> ListFormalizationsAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Keeps a formalization.</summary>
    /// <exception cref="StoreException">See <see cref="IProofStore.FindVerdictAsync"/>.</exception>
    Task SaveFormalizationAsync(FormalizedProblem formalization, CancellationToken cancellationToken = default);
}
