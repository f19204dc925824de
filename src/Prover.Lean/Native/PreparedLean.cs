using Prover.Core.Lean;
using Prover.Lean.Isolation;
using Prover.Lean.Processes;

namespace Prover.Lean.Native;

/// <summary>A native Lean that answered: its programs, run directly and not through <c>lake</c>, which writes and needs the home folder.</summary>
/// <param name="Identity">Which Lean it is.</param>
/// <param name="Project">The Lake project's real path.</param>
/// <param name="Lean">The program <c>lean</c>.</param>
/// <param name="Repl">The REPL's program.</param>
/// <param name="Lake">Lean's folders.</param>
internal sealed record PreparedLean(ToolchainIdentity Identity, string Project, string Lean, string Repl, LakeEnvironment Lake)
{
    /// <summary>Real paths of all folders with compiled library files, in Lean's search order.</summary>
    public IReadOnlyList<string> LibraryFolders => Lake.LibraryFolders;

    /// <summary>How a program runs that will read untrusted text: in a sandbox where there is one, within limits everywhere.</summary>
    /// <param name="program">Full path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="scratch">Real path of the one folder that it may write; null for none.</param>
    /// <param name="protection">What holds on this machine.</param>
    /// <param name="options">The limits.</param>
    /// <exception cref="ToolchainException">A sandbox would show too much.</exception>
    public LeanProcessOptions Untrusted(
        string program, IReadOnlyList<string> arguments, string? scratch, Protection protection, NativeToolchainOptions options)
    {
        var sandbox = protection.Bubblewrap is { } bubblewrap
            ? new Sandbox { Bubblewrap = bubblewrap, ReadOnly = Exposed(options), Scratch = scratch, WorkingDirectory = Project }
            : null;
        return new LeanProcessOptions
        {
            Command = program,
            Arguments = arguments,
            WorkingDirectory = Project,
            Variables = Variables(sandbox is null ? Path.GetTempPath() : Sandbox.TemporaryFolder),
            Sandbox = sandbox,
            MemoryLimitBytes = options.MemoryLimitBytes,
            AddressSpaceLimitBytes = options.AddressSpaceLimitBytes,
            FileSizeLimitBytes = options.FileSizeLimitBytes,
            ThreadLimit = options.ThreadLimit,
            MaxAnswerBytes = options.MaxAnswerBytes,
        };
    }

    private IEnumerable<string> Needed =>
        [Project, Lake.Sysroot, .. Lake.LibraryFolders, .. Lake.SourcePath, RealPath.Of(Lean), RealPath.Of(Repl)];

    private IReadOnlyList<string> Exposed(NativeToolchainOptions options)
    {
        if (options.ReadOnlyFolders.FirstOrDefault(folder => !Path.Exists(folder)) is { } missing)
        {
            throw new ToolchainException($"'{missing}', which a native Lean is to see, does not exist. Correct PROVER_LEAN_READ_ONLY.");
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var needed = ExposedFolders.Of(Needed, home is "" ? "/" : home);

        // A folder that the user names may also be known by a name with links in it.
        var named = options.ReadOnlyFolders.Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return [.. needed, .. named.Concat(options.ReadOnlyFolders.Select(RealPath.Of)).Distinct()];
    }

    // All that Lean and the REPL ask for. What else is in our environment, keys of services for one, is not theirs.
    private Dictionary<string, string> Variables(string home)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = string.Join(Path.PathSeparator, Path.Combine(Lake.Sysroot, "bin"), "/usr/bin", "/bin"),
            ["HOME"] = home,
            ["TMPDIR"] = home,
            ["LANG"] = "C.UTF-8",
            ["LEAN_SYSROOT"] = Lake.Sysroot,
            ["LEAN_PATH"] = string.Join(Path.PathSeparator, Lake.LibraryPath),
            ["LEAN_SRC_PATH"] = string.Join(Path.PathSeparator, Lake.SourcePath),
        };

        // Of the linker's folders only those of Lean and its packages: the rest of that list is ours.
        var linked = Lake.SharedLibraryPath.Where(folder => Needed.Any(shown => ExposedFolders.IsIn(shown, folder))).ToList();
        if (linked.Count > 0)
        {
            variables[LakeEnvironment.SharedLibraryVariable] = string.Join(Path.PathSeparator, linked);
        }

        if (Environment.GetEnvironmentVariable("LEAN_NUM_THREADS") is { Length: > 0 } threads)
        {
            variables["LEAN_NUM_THREADS"] = threads;
        }

        return variables;
    }
}
