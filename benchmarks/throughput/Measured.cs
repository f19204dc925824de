using System.Collections.Concurrent;
using Prover.Core.Checking;
using Prover.Core.Lean;

namespace Prover.Throughput;

/// <summary>A checker that notes how long Lean itself took.</summary>
internal sealed class Measured(ILeanChecker inner) : ILeanChecker
{
    public ConcurrentQueue<TimeSpan> Elaborations { get; } = new();

    public int Parallelism => inner.Parallelism;

    public Task<ToolchainIdentity> GetIdentityAsync(CancellationToken cancellationToken = default) => inner.GetIdentityAsync(cancellationToken);

    public PoolStatus GetStatus() => inner.GetStatus();

    public async Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default)
    {
        var outcome = await inner.CheckAsync(request, cancellationToken);
        if (outcome is CheckOutcome.Completed completed)
        {
            Elaborations.Enqueue(completed.Elaboration);
        }

        return outcome;
    }
}
