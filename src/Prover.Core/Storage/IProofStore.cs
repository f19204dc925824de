using Prover.Core.Verification;

namespace Prover.Core.Storage;

/// <summary>Keeps problems, attempts, verdicts and verified proofs.</summary>
/// <remarks>Thread-safe, and safe for several processes on one file. What a method has acknowledged by returning survives
/// a <c>kill -9</c> of the process.</remarks>
public interface IProofStore : IAsyncDisposable
{
    /// <summary>The verdict under a content key, marked <see cref="Verdict.Cached"/>; null when not known.</summary>
    /// <exception cref="StoreException">The file is damaged, locked for too long, or can't be written.</exception>
    Task<Verdict?> FindVerdictAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Keeps a verified submission: the verdict under its key when it is final, and, when it is
    /// <see cref="VerdictKind.Proved"/> at grade <see cref="Grade.Replayed"/>, the proof. What was not carried that far answers
    /// the same question again, but is no kept proof. All or nothing; repeating it changes nothing.</summary>
    /// <exception cref="StoreException">As <see cref="FindVerdictAsync"/>.</exception>
    Task SaveVerdictAsync(Submission submission, Verdict verdict, CancellationToken cancellationToken = default);

    /// <summary>Keeps a problem; repeating it changes nothing.</summary>
    /// <exception cref="StoreException">As <see cref="FindVerdictAsync"/>.</exception>
    Task SaveProblemAsync(StoredProblem problem, CancellationToken cancellationToken = default);

    /// <summary>Keeps attempts at a problem, with whatever verdict each got.</summary>
    /// <exception cref="StoreException">As <see cref="FindVerdictAsync"/>.</exception>
    Task SaveAttemptsAsync(IReadOnlyList<StoredAttempt> attempts, CancellationToken cancellationToken = default);

    /// <summary>A verified proof by id; null when not known.</summary>
    /// <exception cref="StoreException">As <see cref="FindVerdictAsync"/>.</exception>
    Task<StoredProof?> GetProofAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>A page of verified proofs, newest first.</summary>
    /// <exception cref="ArgumentException">The page token is none of this store's.</exception>
    /// <exception cref="StoreException">As <see cref="FindVerdictAsync"/>.</exception>
    Task<ProofPage> ListProofsAsync(ProofQuery query, CancellationToken cancellationToken = default);

    /// <summary>Attempts at a problem, oldest first.</summary>
    /// <exception cref="StoreException">As <see cref="FindVerdictAsync"/>.</exception>
    Task<IReadOnlyList<StoredAttempt>> ListAttemptsAsync(string problemId, CancellationToken cancellationToken = default);

    /// <summary>How much is kept.</summary>
    /// <exception cref="StoreException">As <see cref="FindVerdictAsync"/>.</exception>
    Task<StoreStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default);
}

/// <summary>Numbers of kept documents.</summary>
public sealed record StoreStatistics(long Problems, long Attempts, long Verdicts, long Proofs);

/// <summary>The store failed; the message says which file, what happened and what to do.</summary>
public sealed class StoreException(string message, Exception? innerException = null) : Exception(message, innerException);
