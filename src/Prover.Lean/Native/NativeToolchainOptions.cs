using Prover.Lean.Isolation;

namespace Prover.Lean.Native;

/// <summary>Settings of a user's own Lean.</summary>
public sealed record NativeToolchainOptions
{
    /// <summary>The Lake project whose Lean and libraries are used. Default: environment variable <c>PROVER_LEAN_PROJECT</c>.</summary>
    public string? ProjectDirectory { get; init; } = Environment.GetEnvironmentVariable("PROVER_LEAN_PROJECT") is { Length: > 0 } folder ? folder : null;

    /// <summary>The community REPL's program, built with the project's Lean. Default: looked for in the project, then on the <c>PATH</c>.</summary>
    public string? ReplPath { get; init; }

    /// <summary>The <c>lake</c> command. Default: looked for on the <c>PATH</c>, then in <c>~/.elan/bin</c>.</summary>
    public string? LakePath { get; init; }

    /// <summary>Resident memory in bytes at which a process and its children are ended. Default 16 GiB; 0 is no limit.</summary>
    public long MemoryLimitBytes { get; init; } = 16L << 30;

    /// <summary>Address space in bytes that the kernel grants each process (Linux with <c>prlimit</c>). Mathlib's compiled
    /// files are mapped and count. Default 48 GiB; 0 is no limit.</summary>
    public long AddressSpaceLimitBytes { get; init; } = 48L << 30;

    /// <summary>Bytes of one answer at which a process is ended. Default 64 MiB.</summary>
    public long MaxAnswerBytes { get; init; } = 64L << 20;

    /// <summary>Size in bytes of each file that a process may write, a compiled file too. Default 1 GiB; 0 is no limit.</summary>
    public long FileSizeLimitBytes { get; init; } = 1L << 30;

    /// <summary>Threads of a process and its children at which all are ended. Default 1024; 0 is no limit.</summary>
    public int ThreadLimit { get; init; } = 1024;

    /// <summary>Folders that the sandbox shows, read-only, besides the project, its packages and Lean: what those link to.
    /// Default: environment variable <c>PROVER_LEAN_READ_ONLY</c>, separated like the <c>PATH</c>.</summary>
    public IReadOnlyList<string> ReadOnlyFolders { get; init; } =
        (Environment.GetEnvironmentVariable("PROVER_LEAN_READ_ONLY") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True to run text, and the programs that stand in it, also where there is no sandbox. Only for texts that you trust as
    /// you trust your own programs. Default: environment variable <c>PROVER_ALLOW_UNPROTECTED</c> is 1.</summary>
    public bool AllowUnprotected { get; init; } = Environment.GetEnvironmentVariable("PROVER_ALLOW_UNPROTECTED") == "1";

    /// <summary>How long a process may take until it has loaded its imports. Default 5 min.</summary>
    public TimeSpan StartTimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a compiled file may take. Default 10 min.</summary>
    public TimeSpan CompileTimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What keeps text apart from this machine; null for what is found to work.</summary>
    internal Protection? Protection { get; init; }

    /// <summary>The Lean program that replays declarations on the project's own kernel; delivered with this library.</summary>
    public string ReplayProgram { get; init; } = Path.Combine(AppContext.BaseDirectory, "native", "Replay.lean");

    /// <exception cref="ArgumentException">A value makes no sense.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MemoryLimitBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(AddressSpaceLimitBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(FileSizeLimitBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(ThreadLimit);
        ArgumentNullException.ThrowIfNull(ReadOnlyFolders);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAnswerBytes, 1024);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StartTimeLimit, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CompileTimeLimit, TimeSpan.Zero);
    }
}
