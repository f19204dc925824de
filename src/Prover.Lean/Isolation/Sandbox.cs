namespace Prover.Lean.Isolation;

/// <summary>What a sandboxed program may see. Everything else of the machine, the network too, is not there.</summary>
internal sealed record Sandbox
{
    /// <summary>Folder for whatever is temporary: fresh, in memory, and gone with the sandbox.</summary>
    public const string TemporaryFolder = "/tmp";

    /// <summary>The program that makes the sandbox.</summary>
    public required Bubblewrap Bubblewrap { get; init; }

    /// <summary>Folders and files, without links, that can be read and not written.</summary>
    public IReadOnlyList<string> ReadOnly { get; init; } = [];

    /// <summary>The one folder of the machine that can be written; null for none.</summary>
    public string? Scratch { get; init; }

    /// <summary>Working directory inside.</summary>
    public string WorkingDirectory { get; init; } = TemporaryFolder;

    /// <summary>Bytes that fit into <see cref="TemporaryFolder"/>. They are memory, but that of no process, so that only this bounds them.</summary>
    public long TemporaryBytes { get; init; } = 256L << 20;
}

/// <summary>A bubblewrap that works here.</summary>
/// <param name="Program">Its full path.</param>
/// <param name="ForbidsNesting">True when it can keep a sandboxed program from making user namespaces of its own.</param>
internal sealed record Bubblewrap(string Program, bool ForbidsNesting);
