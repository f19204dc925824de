namespace Prover.Core.Checking;

/// <summary>How busy a checker is; a snapshot.</summary>
/// <param name="Workers">Processes that can take checks, busy ones included.</param>
/// <param name="Busy">How many of them are checking.</param>
/// <param name="Spares">Processes that stand ready to replace one that ends.</param>
/// <param name="Queued">Checks that wait.</param>
/// <param name="QueueCapacity">Checks that may wait.</param>
/// <param name="MemoryBytes">Memory of all processes together.</param>
/// <param name="Checks">Checks finished since the start.</param>
/// <param name="Restarts">Processes replaced since the start.</param>
public sealed record PoolStatus(
    int Workers, int Busy, int Spares, int Queued, int QueueCapacity, long MemoryBytes, long Checks, long Restarts);
