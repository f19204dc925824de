using Prover.Lean.Processes;

namespace Prover.Lean.Isolation;

/// <summary>What keeps a native Lean, and with it the text that it elaborates, apart from this machine.</summary>
/// <remarks>Text runs programs while it is elaborated. The limits of memory, processes and file size that hold in any case
/// bound what goes wrong by itself; only a sandbox stops whoever means harm.</remarks>
public sealed record Protection
{
    // The machine does not change while we run.
    private static readonly Lazy<Task<Protection>> Found = new(() => BubblewrapProbe.RunAsync(Executables.Find("bwrap")));

    private Protection(Bubblewrap? bubblewrap, string whyNot)
    {
        Bubblewrap = bubblewrap;
        WhyNot = whyNot;
    }

    /// <summary>True when text runs in a sandbox.</summary>
    public bool IsSandbox => Bubblewrap is not null;

    /// <summary>Why there is no sandbox; empty when there is one.</summary>
    public string WhyNot { get; }

    /// <summary>What makes the sandbox; null when there is none.</summary>
    internal Bubblewrap? Bubblewrap { get; }

    /// <summary>What holds on this machine; tried out once.</summary>
    public static Task<Protection> FindAsync(CancellationToken cancellationToken = default) => Found.Value.WaitAsync(cancellationToken);

    /// <inheritdoc />
    public override string ToString() => Bubblewrap switch
    {
        null => $"prlimit only, no sandbox: {WhyNot}",
        { ForbidsNesting: true } => $"bubblewrap ({Bubblewrap.Program}): project and Lean read-only, no network, no other files, no other processes",
        _ => $"bubblewrap ({Bubblewrap.Program}): project and Lean read-only, no network, no other files, no other processes; user namespaces inside can't be forbidden here",
    };

    internal static Protection By(Bubblewrap bubblewrap) => new(bubblewrap, string.Empty);

    internal static Protection None(string whyNot) => new(null, whyNot);
}
