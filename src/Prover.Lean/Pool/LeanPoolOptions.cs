namespace Prover.Lean.Pool;

/// <summary>Settings of <see cref="LeanPool"/>.</summary>
public sealed record LeanPoolOptions
{
    /// <summary>Checks that run at the same time, each in a process of its own. Default: as many as processors and memory carry.</summary>
    public int Workers { get; init; } = DefaultWorkers();

    /// <summary>Started processes that stand by to replace one that ends. Default 1; 0 saves memory where a restart may be felt.</summary>
    public int Spares { get; init; } = 1;

    /// <summary>Checks that may wait for a place; one more is refused at once. Default 1,024.</summary>
    public int QueueCapacity { get; init; } = 1024;

    /// <summary>Wall-clock limit of one check where the request names none. Default 60 s.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Wall-clock limit of elaborating a header that is not warm yet; Mathlib takes long. Default 5 min.</summary>
    public TimeSpan HeaderTimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a check whose caller has left may go on, so that its process need not be ended. Default 1 s.</summary>
    public TimeSpan AbandonGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A text that every new process runs before it is given out, e.g. <see cref="Pool.Exercise.Text"/>; null for none.</summary>
    public string? Exercise { get; init; }

    /// <summary>Headers that one process keeps warm. Default 8.</summary>
    public int WarmHeaders { get; init; } = 8;

    /// <summary>Checks after which a process is replaced. Default 5,000.</summary>
    public int MaxUses { get; init; } = 5_000;

    /// <summary>Memory in bytes beyond which a process is replaced after its check; 0 is no limit. Default 3 GiB.</summary>
    /// <remarks>The toolchain's own hard limit, which ends a process in mid-check, lies above.</remarks>
    public long RecycleMemoryBytes { get; init; } = 3L << 30;

    /// <summary>Bytes of a compiled file beyond which it is not audited. Default 64 MiB; the proofs of miniF2F need about 1.</summary>
    public long MaxCompiledBytes { get; init; } = 64L << 20;

    /// <summary>Throws when a setting makes no sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the setting.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Workers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Spares);
        ArgumentOutOfRangeException.ThrowIfNegative(QueueCapacity);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(TimeLimit, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(HeaderTimeLimit, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(AbandonGrace, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(WarmHeaders, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxUses, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(RecycleMemoryBytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxCompiledBytes, 1);
    }

    // A process of the embedded Lean stays below 2.5 GB; two more have to fit: the spare, and the one for statements and replays.
    private static int DefaultWorkers()
    {
        var byMemory = (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (5L << 29)) - 2;
        return (int)Math.Clamp(byMemory, 1, Environment.ProcessorCount);
    }
}
