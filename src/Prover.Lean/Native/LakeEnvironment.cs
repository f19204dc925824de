using System.Text.RegularExpressions;
using Prover.Core.Lean;
using Prover.Lean.Isolation;
using Prover.Lean.Processes;

namespace Prover.Lean.Native;

/// <summary>Where Lean and the libraries of a Lake project are, as <c>lake env</c> tells; all paths real and existing.</summary>
/// <param name="Sysroot">Lean's own folder.</param>
/// <param name="LibraryPath">Folders of the packages' compiled files, in Lean's search order (<c>LEAN_PATH</c>).</param>
/// <param name="SourcePath">Folders of the packages' sources (<c>LEAN_SRC_PATH</c>).</param>
/// <param name="SharedLibraryPath">Folders where the system's linker looks first, our own included.</param>
internal sealed partial record LakeEnvironment(
    string Sysroot, IReadOnlyList<string> LibraryPath, IReadOnlyList<string> SourcePath, IReadOnlyList<string> SharedLibraryPath)
{
    /// <summary>The variable of <see cref="SharedLibraryPath"/>; on Windows it would be <c>PATH</c>.</summary>
    public static readonly string SharedLibraryVariable = OperatingSystem.IsMacOS() ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";

    /// <summary>Every folder with compiled files, in Lean's search order: the packages', then Lean's own.</summary>
    public IReadOnlyList<string> LibraryFolders => [.. LibraryPath, .. Existing([Path.Combine(Sysroot, "lib", "lean")])];

    /// <summary>Reads <c>NAME=VALUE</c> lines; strictly, since what is bound into a sandbox follows from them.</summary>
    /// <exception cref="ToolchainException">They are not understood, or name no Lean.</exception>
    public static LakeEnvironment Parse(string output, string project)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0))
        {
            var variable = Variable().Match(line);
            if (!variable.Success)
            {
                throw new ToolchainException($"'lake env' in {project} printed what is no NAME=VALUE: '{line}'. Does 'lake build' work there?");
            }

            values[variable.Groups["name"].Value] = variable.Groups["value"].Value;
        }

        if (values.GetValueOrDefault("LEAN_SYSROOT") is not { Length: > 0 } sysroot || !Path.IsPathRooted(sysroot) || !Directory.Exists(sysroot))
        {
            throw new ToolchainException($"'lake env' in {project} names no folder of Lean (LEAN_SYSROOT). Does 'lake build' work there?");
        }

        // Old versions of Lake give paths relative to the project.
        IReadOnlyList<string> Folders(string name) => Existing(
            values.GetValueOrDefault(name, string.Empty)
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(project, folder)));
        return new LakeEnvironment(RealPath.Of(sysroot), Folders("LEAN_PATH"), Folders("LEAN_SRC_PATH"), Folders(SharedLibraryVariable));
    }

    /// <summary>The program <c>lean</c>.</summary>
    /// <exception cref="ToolchainException">There is none.</exception>
    public string FindLean() => Executables.Find(Path.Combine(Sysroot, "bin", "lean"))
        ?? throw new ToolchainException($"There is no 'bin/lean' in {Sysroot}, which 'lake env' names as Lean's folder. 'elan toolchain install' brings it back.");

    private static IReadOnlyList<string> Existing(IEnumerable<string> folders) =>
        [.. folders.Where(Directory.Exists).Select(RealPath.Of).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"\A(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*)\z")]
    private static partial Regex Variable();
}
