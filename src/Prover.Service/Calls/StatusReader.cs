using Prover.Core;
using Prover.Core.Checking;
using Prover.Core.Storage;
using Prover.Service.Health;
using Prover.Service.Mapping;

namespace Prover.Service.Calls;

/// <summary>Puts together what the service says of itself.</summary>
internal sealed class StatusReader(ILeanChecker checker, IProofStore store, ToolchainReadiness readiness, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public async Task<V1.Status> ReadAsync(CancellationToken cancellationToken)
    {
        var statistics = await store.GetStatisticsAsync(cancellationToken).ConfigureAwait(false);
        return new V1.Status
        {
            Version = ProductVersion.Current,
            Toolchain = readiness.Identity?.ToWire(),
            Pool = checker.GetStatus().ToWire(),
            Store = statistics.ToWire(),
            Uptime = time.GetElapsedTime(_start).ToWire(),
        };
    }
}
