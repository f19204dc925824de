using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Service.Tests.Support;

internal sealed class FakeStore : IProofStore
{
    public Exception? Failure { get; set; }

    public List<StoredProof> Proofs { get; } = [];

    public Func<ProofQuery, ProofPage>? List { get; set; }

    public StoreStatistics Statistics { get; set; } = new(1, 2, 3, 4);

    public Task<StoredProof?> GetProofAsync(string id, CancellationToken cancellationToken = default) =>
        Answer(() => Proofs.SingleOrDefault(p => p.Id == id));

    public Task<ProofPage> ListProofsAsync(ProofQuery query, CancellationToken cancellationToken = default) =>
        Answer(() => List?.Invoke(query) ?? new ProofPage(Proofs, null));

    public Task<StoreStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default) => Answer(() => Statistics);

    public Task<Verdict?> FindVerdictAsync(string key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task SaveVerdictAsync(Submission submission, Verdict verdict, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task SaveProblemAsync(StoredProblem problem, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task SaveAttemptsAsync(IReadOnlyList<StoredAttempt> attempts, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredAttempt>> ListAttemptsAsync(string problemId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<T> Answer<T>(Func<T> answer) => Failure is null ? Task.FromResult(answer()) : Task.FromException<T>(Failure);
}
