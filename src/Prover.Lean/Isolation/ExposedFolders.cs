using Prover.Core.Lean;

namespace Prover.Lean.Isolation;

/// <summary>Works out which folders and files a sandbox has to show.</summary>
internal static class ExposedFolders
{
    /// <summary>The paths that exist, without links, and without those that lie in another one.</summary>
    /// <exception cref="ToolchainException">One holds the whole home folder, or everything.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> paths, string home)
    {
        var real = paths.Select(RealPath.Of).Where(Path.Exists).Distinct(StringComparer.Ordinal).ToList();
        if (real.FirstOrDefault(path => IsIn(path, RealPath.Of(home))) is { } open)
        {
            throw new ToolchainException(
                $"A sandbox for Lean would have to show '{open}' and with it the home folder. Keep the Lake project, its packages and Lean in folders of their own.");
        }

        return Outermost(real);
    }

    /// <summary>Without those that lie in another one.</summary>
    public static IReadOnlyList<string> Outermost(IReadOnlyList<string> paths) =>
        [.. paths.Where(path => !paths.Any(other => other != path && IsIn(other, path))).Order(StringComparer.Ordinal)];

    /// <summary>True when a path is a folder or lies in it.</summary>
    public static bool IsIn(string folder, string path) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
