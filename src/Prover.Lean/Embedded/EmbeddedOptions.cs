namespace Prover.Lean.Embedded;

/// <summary>Settings of the embedded Lean.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>Where it is installed. Default: <c>prover</c> under <c>$XDG_CACHE_HOME</c>, else under <c>~/.cache</c>
    /// (<c>%LOCALAPPDATA%</c> on Windows).</summary>
    public string CacheDirectory { get; init; } = DefaultCacheDirectory();

    /// <summary>The host program's JavaScript and the lock file that pins the packages; delivered with this library.</summary>
    public string HostDirectory { get; init; } = Path.Combine(AppContext.BaseDirectory, "host");

    /// <summary>The npm command. Default: <c>npm</c> on the PATH.</summary>
    public string NpmPath { get; init; } = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>A Node ≥ 24 of the user's own, instead of the pinned package; needed where there is none (macOS on arm64).
    /// Default: environment variable <c>PROVER_NODE</c>.</summary>
    public string? NodePath { get; init; } = Environment.GetEnvironmentVariable("PROVER_NODE") is { Length: > 0 } node ? node : null;

    /// <summary>Resident memory in bytes at which a process is ended in mid-check. Default 4 GiB: the WebAssembly heap ends
    /// at 2 GiB, Node's own memory comes on top.</summary>
    public long MemoryLimitBytes { get; init; } = 4L << 30;

    /// <summary>Bytes of message texts that Lean may give in one answer; more is cut and marked. Default 1 MiB.</summary>
    public int MaxMessageBytes { get; init; } = 1 << 20;

    /// <summary>How long a process may take from its start until it is ready. Default 3 min.</summary>
    public TimeSpan StartTimeLimit { get; init; } = TimeSpan.FromMinutes(3);

    private static string DefaultCacheDirectory()
    {
        // The XDG specification has relative values ignored.
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache) || !Path.IsPathRooted(cache))
        {
            cache = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        }

        return Path.Combine(cache, "prover");
    }
}
