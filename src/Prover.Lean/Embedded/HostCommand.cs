using Prover.Lean.Isolation;
using Prover.Lean.Processes;

namespace Prover.Lean.Embedded;

/// <summary>The command line that starts the embedded host.</summary>
/// <remarks>WebAssembly is the first wall: Lean's code reaches only what the host gives it. Node's permission model is the
/// second: the process as a whole may read the installation and the host, write its scratch folder, and do nothing else:
/// no other file, no network, no child process, no code from strings.</remarks>
internal static class HostCommand
{
    // Requests and answers of tens of megabytes pass through the scripts; Lean's own heap is bounded by WebAssembly.
    private const int ScriptHeapMegabytes = 1024;

    public static LeanProcessOptions Create(EmbeddedInstallation installation, IEnumerable<string> imports, string scratch, EmbeddedOptions options)
    {
        var pinned = new PinnedPackages(options);
        string[] readable = [installation.Root, options.HostDirectory, scratch];
        return new LeanProcessOptions
        {
            Command = "/bin/sh",
            Arguments =
            [
                pinned.LaunchScript, installation.Node,
                $"--max-old-space-size={ScriptHeapMegabytes}", "--permission", "--allow-worker", "--disallow-code-generation-from-strings",
                .. readable.SelectMany(WithTarget).Select(folder => $"--allow-fs-read={folder}/"),
                .. WithTarget(scratch).Select(folder => $"--allow-fs-write={folder}/"),
                pinned.HostScript, "--root", installation.Root, "--scratch", scratch,
                "--imports", string.Join(',', imports), "--max-output", $"{options.MaxMessageBytes}",
            ],
            WorkingDirectory = scratch,
            MemoryLimitBytes = options.MemoryLimitBytes,
            MaxAnswerBytes = 16L * options.MaxMessageBytes,
        };
    }

    // Node compares real paths, and a cache folder may be reached through a link.
    private static IEnumerable<string> WithTarget(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var real = RealPath.Of(path);
        return real == path ? [path] : [path, real];
    }
}
