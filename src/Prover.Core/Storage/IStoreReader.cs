namespace Prover.Core.Storage;

/// <summary>Reads all that a store keeps, a page at a time, for whoever makes something of the whole.</summary>
/// <remarks>Thread-safe. Each page is one consistent view; between pages the store may grow.</remarks>
public interface IStoreReader
{
    /// <summary>A page of problems in the order of their ids, each with what was tried on it.</summary>
    /// <exception cref="StoreException">See <see cref="IProofStore.FindVerdictAsync"/>.</exception>
    Task<WorkPage> ReadWorkAsync(WorkQuery query, CancellationToken cancellationToken = default);

    /// <summary>Proofs that answer no kept problem, by the problem that their statement makes.</summary>
    /// <exception cref="StoreException">See <see cref="IProofStore.FindVerdictAsync"/>.</exception>
    Task<IReadOnlyList<LooseProof>> ListLooseProofsAsync(CancellationToken cancellationToken = default);
}

/// <summary>Which page of problems, and what of each.</summary>
public sealed record WorkQuery
{
    /// <summary>Where to go on: <see cref="WorkPage.Next"/> of the page before; null begins.</summary>
    public string? After { get; init; }

    /// <summary>At most this many problems.</summary>
    public int PageSize { get; init; } = 256;

    /// <summary>Whether verified proofs are wanted.</summary>
    public bool WithProofs { get; init; } = true;

    /// <summary>Whether attempts are wanted.</summary>
    public bool WithAttempts { get; init; } = true;
}

/// <summary>A problem with what was tried on it, oldest first.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Proofs">Verified proofs that came of it, those of its negation among them: each says in <see cref="StoredProof.AskedStatement"/> what it proves.</param>
/// <param name="Attempts">The attempts.</param>
public sealed record StoredWork(StoredProblem Problem, IReadOnlyList<StoredProof> Proofs, IReadOnlyList<StoredAttempt> Attempts);

/// <summary>A page of problems.</summary>
/// <param name="Work">The problems.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record WorkPage(IReadOnlyList<StoredWork> Work, string? Next);

/// <summary>A verified proof that came from no search.</summary>
/// <param name="ProofId">The proof.</param>
/// <param name="ProblemId">Id of the problem that its trusted statement makes; null when no statement was asked for, so that nobody said what it is to prove.</param>
public sealed record LooseProof(string ProofId, string? ProblemId);
