namespace Prover.Bench.Runs;

/// <summary>One process's part in a run; a file of <c>sessions/</c>, written anew after every sample.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Started">When it joined.</param>
public sealed record SessionRecord(string Id, DateTimeOffset Started)
{
    /// <summary>When it was last heard of: a session that was killed has no other end.</summary>
    public DateTimeOffset LastSeen { get; init; }

    /// <summary>Whether it came to its end: the run's, or a cancellation.</summary>
    public bool IsEnded { get; init; }

    /// <summary>Processor seconds of this process and its Lean processes spent on the provers' samples, as of <see cref="LastSeen"/>; null where
    /// the system does not tell.</summary>
    public double? ProvingProcessorSeconds { get; init; }

    /// <summary>The same for the examination of statements.</summary>
    public double? CheckingProcessorSeconds { get; init; }

    /// <summary>Wall-clock seconds in which it worked on samples, as of <see cref="LastSeen"/>.</summary>
    public double ProvingSeconds { get; init; }

    /// <summary>Samples under way at the same time.</summary>
    public int Parallelism { get; init; }

    /// <summary>Logical processors of the machine.</summary>
    public int Processors { get; init; }

    /// <summary>Memory of the machine in bytes.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Operating system and architecture.</summary>
    public string System { get; init; } = string.Empty;
}
