using Prover.Lean.Isolation;

namespace Prover.Lean.Processes;

/// <summary>How a Lean process is started and bounded.</summary>
internal sealed record LeanProcessOptions
{
    /// <summary>The executable, as a path or as a name on the <c>PATH</c>.</summary>
    public required string Command { get; init; }

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Its working directory.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Resident memory of the process and its children, in bytes, at which all are ended; 0 is no limit.
    /// Looked at five times a second: for what grows faster there is <see cref="AddressSpaceLimitBytes"/>.</summary>
    public long MemoryLimitBytes { get; init; }

    /// <summary>Hard limit of each process's address space in bytes, kept by the kernel (<c>prlimit</c>, Linux only); 0 is no
    /// limit. Mapped files and reserved pages count too, so it must stand well above the memory limit.</summary>
    public long AddressSpaceLimitBytes { get; init; }

    /// <summary>Hard limit of each written file's size in bytes, kept by the kernel (<c>prlimit</c>); 0 is no limit.</summary>
    public long FileSizeLimitBytes { get; init; }

    /// <summary>Threads of the process and its children at which all are ended; 0 is no limit. Looked at like the memory. In a
    /// sandbox the kernel keeps it too, except for root.</summary>
    public int ThreadLimit { get; init; }

    /// <summary>Its whole environment; null for a copy of ours.</summary>
    public IReadOnlyDictionary<string, string>? Variables { get; init; }

    /// <summary>What the process may see of the machine; null for all that we may.</summary>
    public Sandbox? Sandbox { get; init; }

    /// <summary>Bytes of one answer at which the process is ended.</summary>
    public long MaxAnswerBytes { get; init; } = 64L << 20;

    /// <summary>Bytes at the end of the standard error output that are kept; the rest is read and dropped.</summary>
    public int MaxStandardErrorBytes { get; init; } = 64 << 10;

    /// <exception cref="ArgumentException">A value makes no sense.</exception>
    public void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Command);
        ArgumentOutOfRangeException.ThrowIfNegative(MemoryLimitBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(AddressSpaceLimitBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(FileSizeLimitBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(ThreadLimit);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAnswerBytes, 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxStandardErrorBytes, 1024);
    }
}
