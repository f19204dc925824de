using Prover.Core.Repair.Partial;

namespace Prover.Core.Elementary.Texts;

/// <summary>The tactics of a proof <c>by …</c>.</summary>
/// <param name="Text">The lines after <c>by</c> without their common indentation.</param>
/// <param name="Offset">How many lines below the proof's first one they begin.</param>
internal sealed record TacticScript(string Text, int Offset)
{
    /// <summary>Reads them off a proof; null where it is a term, or its layout is none that lines can be taken from.</summary>
    public static TacticScript? Of(string proof)
    {
        var trimmed = proof.Trim();
        if (!trimmed.StartsWith("by", StringComparison.Ordinal) || (trimmed.Length > 2 && !char.IsWhiteSpace(trimmed[2])))
        {
            return null;
        }

        var lines = trimmed[2..].Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(l => l.TrimEnd()).ToList();
        if (lines[0].Trim().Length > 0)
        {
            // What begins on the line of `by` has the column of its first word: more lines would have to be aligned with it.
            return lines.Count == 1 ? new TacticScript(lines[0].Trim(), 0) : null;
        }

        var first = lines.FindIndex(l => l.Length > 0);
        if (first < 0)
        {
            return null;
        }

        var body = lines[first..];
        var margin = body.Where(l => l.Length > 0).Min(Layout.Indent);
        return new TacticScript(string.Join('\n', body.Select(l => l.Length == 0 ? l : l[margin..])), first);
    }
}
