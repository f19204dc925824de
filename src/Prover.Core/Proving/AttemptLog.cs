using Prover.Core.Sampling;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Core.Proving;

/// <summary>Hands attempts to the store in batches, so that a search does not wait for each.</summary>
internal sealed class AttemptLog(IProofStore? store, string problemId, TimeProvider time)
{
    private const int BatchSize = 16;
    private const int MaxReasonLength = 500;

    private readonly Lock _gate = new();
    private List<StoredAttempt> _batch = [];

    public async Task AddAsync(ProofCandidate candidate, Verdict verdict)
    {
        if (store is null)
        {
            return;
        }

        var error = verdict.Messages.FirstOrDefault(m => m.Severity == Lean.LeanSeverity.Error)?.Text ?? verdict.Reason;
        var attempt = new StoredAttempt(
            Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
            problemId,
            candidate.Proof,
            candidate.Origin,
            verdict.Kind,
            error is { Length: > MaxReasonLength } ? error[..MaxReasonLength] : error,
            verdict.Key,
            verdict.Elapsed.TotalMilliseconds,
            time.GetUtcNow())
        {
            Helpers = candidate.Helpers,
            Refutes = candidate.Refutes,
            Tokens = candidate.Tokens,
        };
        bool full;
        lock (_gate)
        {
            _batch.Add(attempt);
            full = _batch.Count >= BatchSize;
        }

        if (full)
        {
            await FlushAsync().ConfigureAwait(false);
        }
    }

    public async Task FlushAsync()
    {
        List<StoredAttempt> batch;
        lock (_gate)
        {
            (batch, _batch) = (_batch, []);
        }

        if (store is not null && batch.Count > 0)
        {
            await store.SaveAttemptsAsync(batch).ConfigureAwait(false);
        }
    }
}
