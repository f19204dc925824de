namespace Prover.Core.Repair.Partial;

/// <summary>Lines and their indentation, by which Lean tells where a block ends.</summary>
internal static class Layout
{
    public static int Indent(string line)
    {
        var at = 0;
        while (at < line.Length && line[at] == ' ')
        {
            at++;
        }

        return at;
    }

    /// <summary>Index after the last line that belongs to the line at <paramref name="start"/>: deeper ones that follow, blank ones between.</summary>
    public static int EndOfBlock(IReadOnlyList<string> lines, int start) => EndWhere(lines, start, Indent(lines[start]) + 1);

    /// <summary>As <see cref="EndOfBlock"/>, with all its later siblings.</summary>
    public static int EndOfSiblings(IReadOnlyList<string> lines, int start) => EndWhere(lines, start, Indent(lines[start]));

    /// <summary>The nearest line above that is less indented; -1 when there is none.</summary>
    public static int Parent(IReadOnlyList<string> lines, int line)
    {
        var indent = Indent(lines[line]);
        for (line--; line >= 0; line--)
        {
            if (!string.IsNullOrWhiteSpace(lines[line]) && Indent(lines[line]) < indent)
            {
                return line;
            }
        }

        return -1;
    }

    private static int EndWhere(IReadOnlyList<string> lines, int start, int leastIndent)
    {
        var end = start + 1;
        for (var i = end; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            if (Indent(lines[i]) < leastIndent)
            {
                break;
            }

            end = i + 1;
        }

        return end;
    }
}
