using Google.Protobuf.WellKnownTypes;
using Prover.Core.Checking;
using Prover.Core.Storage;

namespace Prover.Service.Mapping;

/// <summary>What the service says of itself, to the wire.</summary>
internal static class StatusMapping
{
    public static V1.Status.Types.Pool ToWire(this PoolStatus pool) => new()
    {
        Workers = pool.Workers,
        Busy = pool.Busy,
        Spares = pool.Spares,
        Queued = pool.Queued,
        QueueCapacity = pool.QueueCapacity,
        MemoryBytes = pool.MemoryBytes,
        Checks = pool.Checks,
        Restarts = pool.Restarts,
    };

    public static V1.Status.Types.Store ToWire(this StoreStatistics statistics) => new()
    {
        Problems = statistics.Problems,
        Attempts = statistics.Attempts,
        Verdicts = statistics.Verdicts,
        Proofs = statistics.Proofs,
    };

    public static Duration ToWire(this TimeSpan uptime) => Duration.FromTimeSpan(uptime);
}
