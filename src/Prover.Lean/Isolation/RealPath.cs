namespace Prover.Lean.Isolation;

/// <summary>Paths without symbolic links.</summary>
internal static class RealPath
{
    /// <summary>As many links as Linux follows in one path.</summary>
    private const int MaxLinks = 40;

    /// <summary>The path with every link on the way followed; what does not exist stays as it is written.</summary>
    /// <exception cref="IOException">The links go round in a circle.</exception>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        var reached = root;
        var rest = new Stack<string>();
        Push(rest, full[root.Length..]);
        for (var links = 0; rest.TryPop(out var part);)
        {
            var next = part switch
            {
                "." => reached,
                ".." => Path.GetDirectoryName(reached) ?? root,
                _ => Path.Combine(reached, part),
            };
            if (part is "." or ".." || new FileInfo(next).LinkTarget is not { } target)
            {
                reached = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                throw new IOException($"'{path}' can't be resolved: its symbolic links go round in a circle.");
            }

            Push(rest, target);
            reached = Path.IsPathRooted(target) ? root : reached;
        }

        return reached;
    }

    private static void Push(Stack<string> rest, string path)
    {
        foreach (var part in path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            rest.Push(part);
        }
    }
}
