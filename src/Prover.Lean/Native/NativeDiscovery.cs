using Prover.Lean.Processes;

namespace Prover.Lean.Native;

/// <summary>Looks for a native Lean: project, <c>lake</c> and REPL. Starts nothing.</summary>
public static class NativeDiscovery
{
    private static readonly string[] ProjectFiles = ["lakefile.toml", "lakefile.lean", "lean-toolchain"];
    private static readonly string[] ReplFolders = [".lake/packages/repl/.lake/build/bin", ".lake/build/bin", "../repl/.lake/build/bin"];

    /// <summary>Looks at all places and says what is where.</summary>
    public static NativeInstallation Look(NativeToolchainOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var project = FindProject(options);
        return new NativeInstallation(project, FindLake(options), FindRepl(options, project.Path));
    }

    private static NativePart FindProject(NativeToolchainOptions options)
    {
        const string Remedy = "Make a Lake project that requires Mathlib and repl ('lake new NAME math'), build it, and name its folder in PROVER_LEAN_PROJECT.";
        if (options.ProjectDirectory is not { } folder)
        {
            return new NativePart("Lake project", null, ["PROVER_LEAN_PROJECT (not set)"], Remedy);
        }

        var path = Path.GetFullPath(folder);
        var looked = ProjectFiles.Select(file => Path.Combine(path, file)).ToList();
        return new NativePart("Lake project", looked.Any(File.Exists) ? path : null, looked, Remedy);
    }

    private static NativePart FindLake(NativeToolchainOptions options)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Find(
            "lake",
            options.LakePath is { } given ? [given] : ["lake", Path.Combine(home, ".elan", "bin", "lake")],
            "Install Lean by elan (https://github.com/leanprover/elan), which brings lake.");
    }

    private static NativePart FindRepl(NativeToolchainOptions options, string? project)
    {
        IEnumerable<string> inProject = project is null ? [] : ReplFolders.Select(folder => Path.GetFullPath(Path.Combine(project, folder, "repl")));
        return Find(
            "REPL",
            options.ReplPath is { } given ? [given] : [.. inProject, "repl"],
            "Add 'require \"leanprover-community\" / \"repl\"' to the project's lakefile and run 'lake build repl'; its version must fit the project's Lean.");
    }

    private static NativePart Find(string what, IReadOnlyList<string> places, string remedy) => new(
        what,
        places.Select(Executables.Find).OfType<string>().FirstOrDefault(),
        [.. places.Select(place => place.Contains(Path.DirectorySeparatorChar) ? place : $"{place} on the PATH")],
        remedy);
}

/// <summary>One thing that a native Lean needs.</summary>
/// <param name="What">Its name.</param>
/// <param name="Path">Where it is; null when it was not found.</param>
/// <param name="LookedAt">Where it was looked for, in order.</param>
/// <param name="Remedy">What to do when it is missing.</param>
public sealed record NativePart(string What, string? Path, IReadOnlyList<string> LookedAt, string Remedy)
{
    /// <inheritdoc />
    public override string ToString() => Path is null
        ? $"{What}: not found. Looked at: {string.Join("; ", LookedAt)}. {Remedy}"
        : $"{What}: {Path}";
}

/// <summary>What was found of a native Lean.</summary>
public sealed record NativeInstallation(NativePart Project, NativePart Lake, NativePart Repl)
{
    /// <summary>All parts, in the order in which a person would install them.</summary>
    public IReadOnlyList<NativePart> Parts => [Lake, Project, Repl];

    /// <summary>True when nothing is missing.</summary>
    public bool IsComplete => Parts.All(p => p.Path is not null);

    /// <inheritdoc />
    public override string ToString() => string.Join(Environment.NewLine, Parts);
}
