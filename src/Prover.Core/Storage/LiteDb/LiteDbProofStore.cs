using LiteDB;
using Prover.Core.Formalization;
using Prover.Core.Verification;

namespace Prover.Core.Storage.LiteDb;

/// <summary>A proof store in one LiteDB 5 file (and its log while it is in use), created with its directory when missing.</summary>
/// <remarks>Several stores, in one process or many on one machine, may use one file: each opens it on demand and lets go of it when
/// idle or asked for. The file must lie on a disk of this machine: network file systems don't lock reliably.
/// An acknowledged write has been flushed to the disk.</remarks>
public sealed class LiteDbProofStore : IProofStore, IFormalizationStore, IStoreReader
{
    private const int LargestPage = 1_000;

    private readonly StoreWorker _worker;
    private readonly TimeProvider _time;

    /// <summary>Names the file; it is opened by the first use.</summary>
    /// <param name="path">The file, by custom <c>prover.db</c>.</param>
    /// <param name="options">How the file is shared.</param>
    /// <param name="timeProvider">The clock.</param>
    public LiteDbProofStore(string path, LiteDbProofStoreOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _time = timeProvider ?? TimeProvider.System;
        _worker = new StoreWorker(new StorePaths(path), options ?? new LiteDbProofStoreOptions(), _time);
    }

    /// <summary>Keeps a damaged file aside and puts a fresh one with every readable document in its place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How long to wait for other processes.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Cancels the waiting; a repair that has begun runs to its end.</param>
    /// <exception cref="StoreException">There is no such file, it is in use, of a newer schema, or can't be written.</exception>
    public static async Task<StoreRepairReport> RepairAsync(
        string path,
        LiteDbProofStoreOptions? options = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var paths = new StorePaths(path);
        var time = timeProvider ?? TimeProvider.System;
        var timeout = (options ?? new LiteDbProofStoreOptions()).LockTimeout;
        using var held = await StoreLock.AcquireAsync(paths, timeout, time, cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => StoreRepair.Run(paths, time.GetUtcNow()), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw StoreErrors.Translate(paths.Data, exception);
        }
    }

    /// <inheritdoc />
    public Task<Verdict?> FindVerdictAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _worker.ReadAsync(
            tables => tables.Find(StoreSchema.Verdicts, key) is { } document ? VerdictDocument.ToVerdict(document) : null,
            cancellationToken);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">A final verdict has no key, or a proved one lacks what it rests on.</exception>
    public Task SaveVerdictAsync(Submission submission, Verdict verdict, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(verdict);
        if (!verdict.IsFinal)
        {
            return Task.CompletedTask;
        }

        var key = verdict.Key ?? throw new ArgumentException("A final verdict is kept under its key: set Verdict.Key.", nameof(verdict));
        var verdictDocument = VerdictDocument.From(verdict, key);

        // Only what a kernel has checked again is called a proof for as long as the file lives.
        var proof = verdict.Kind == VerdictKind.Proved && ProofOf(submission, verdict, key) is { Grade: >= Grade.Replayed } kept
            ? ProofDocument.From(kept)
            : null;
        return _worker.WriteAsync(
            tables =>
            {
                tables.InsertIfNew(StoreSchema.Verdicts, verdictDocument);
                if (proof is not null)
                {
                    tables.InsertIfNew(StoreSchema.Proofs, proof);
                }
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task SaveProblemAsync(StoredProblem problem, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var document = ProblemDocument.From(problem);
        return _worker.WriteAsync(tables => tables.InsertIfNew(StoreSchema.Problems, document), cancellationToken);
    }

    /// <inheritdoc />
    public Task SaveAttemptsAsync(IReadOnlyList<StoredAttempt> attempts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        BsonDocument[] documents = [.. attempts.Select(AttemptDocument.From)];
        return documents.Length == 0
            ? Task.CompletedTask
            : _worker.WriteAsync(
                tables => Array.ForEach(documents, document => tables.InsertIfNew(StoreSchema.Attempts, document)), cancellationToken);
    }

    /// <inheritdoc />
    public Task<StoredProof?> GetProofAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _worker.ReadAsync(
            tables => tables.Find(StoreSchema.Proofs, id) is { } document ? ProofDocument.ToProof(document) : null,
            cancellationToken);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The page size is out of range, or the page token is not one of this query.</exception>
    public Task<ProofPage> ListProofsAsync(ProofQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.PageSize is < 1 or > LargestPage)
        {
            throw new ArgumentException($"The page size must lie between 1 and {LargestPage:N0}; it is {query.PageSize}.", nameof(query));
        }

        var bound = query.PageToken is { Length: > 0 } token ? PageToken.Read(token, query) : ProofListing.BeforeAll;
        return _worker.ReadAsync(tables => ProofListing.Page(tables, query, bound), cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredAttempt>> ListAttemptsAsync(string problemId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(problemId);
        return _worker.ReadAsync(tables => WorkReading.AttemptsOf(tables, problemId), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<FormalizedProblem?> FindFormalizationAsync(string id, CancellationToken cancellationToken = default)
    {
        var all = await ListFormalizationsAsync(id, cancellationToken).ConfigureAwait(false);
        return all.LastOrDefault(p => p.IsPinned) ?? (all.Count > 0 ? all[^1] : null);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<FormalizedProblem>> ListFormalizationsAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _worker.ReadAsync<IReadOnlyList<FormalizedProblem>>(
            tables =>
            [
                .. tables.Where(StoreSchema.Formalizations, FormalizationDocument.Problem, id)
                    .OrderBy(document => document["_id"].AsString, StringComparer.Ordinal)
                    .Select(FormalizationDocument.ToProblem),
            ],
            cancellationToken);
    }

    /// <inheritdoc />
    public Task SaveFormalizationAsync(FormalizedProblem formalization, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(formalization);
        var document = FormalizationDocument.From(formalization);
        return _worker.WriteAsync(tables => tables.InsertIfNew(StoreSchema.Formalizations, document), cancellationToken);
    }

    /// <inheritdoc />
    public Task<StoreStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default) => _worker.ReadAsync(
        tables => new StoreStatistics(
            tables.Count(StoreSchema.Problems),
            tables.Count(StoreSchema.Attempts),
            tables.Count(StoreSchema.Verdicts),
            tables.Count(StoreSchema.Proofs)),
        cancellationToken);

    /// <inheritdoc />
    public Task<WorkPage> ReadWorkAsync(WorkQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.PageSize);
        return _worker.ReadAsync(tables => WorkReading.Page(tables, query), cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<LooseProof>> ListLooseProofsAsync(CancellationToken cancellationToken = default) =>
        _worker.ReadAsync(WorkReading.Loose, cancellationToken);

    /// <summary>Finishes what was asked for and closes the file.</summary>
    public ValueTask DisposeAsync() => _worker.DisposeAsync();

    private StoredProof ProofOf(Submission submission, Verdict verdict, string key)
    {
        if (verdict is not { Theorem: { } theorem, Statement: { } statement, Grade: { } grade, Toolchain: { } toolchain })
        {
            throw new ArgumentException("A proved verdict must have its theorem, statement, grade and toolchain.", nameof(verdict));
        }

        if (grade > Grade.Compiled && (verdict.Audit is null || verdict.Audit.Grade < grade))
        {
            throw new ArgumentException($"A verdict of grade {grade} must have the audit that reached it.", nameof(verdict));
        }

        return new StoredProof(
            key, theorem, statement, submission.Text, grade, verdict.Axioms, toolchain, submission.Origin, submission.ProblemId,
            verdict.Elapsed.TotalMilliseconds, _time.GetUtcNow())
        {
            Audit = verdict.Audit,
            AskedStatement = submission.Statement,
        };
    }
}
