using System.Text.RegularExpressions;
using Prover.Core.Lean;

namespace Prover.Core.Repair.Partial;

/// <summary>A text whose failing places are replaced by <c>sorry</c>, a little at first and more where that is not enough.</summary>
/// <remarks>Only the lines from <paramref name="firstLine"/> on are touched: what is above belongs to the statement.</remarks>
/// <param name="text">The whole text.</param>
/// <param name="firstLine">Index of the first line that may be changed; its head up to <c>:=</c> stays.</param>
internal sealed partial class ProofPatch(string text, int firstLine)
{
    private const int WholeBlock = 4;

    private readonly List<string> _lines = [.. text.Split('\n')];
    private readonly List<int> _levels = [.. text.Split('\n').Select(_ => 0)];

    public string Text => string.Join('\n', _lines);

    /// <summary>Takes out what an error is about; false when nothing is left to take out.</summary>
    public bool Apply(LeanMessage error)
    {
        var line = Math.Clamp(error.Start.Line - 1, firstLine, _lines.Count - 1);
        while (line > firstLine && string.IsNullOrWhiteSpace(_lines[line]))
        {
            line--;
        }

        for (var level = _levels[line]; ; level++)
        {
            _levels[line] = level + 1;
            if (level > WholeBlock)
            {
                var parent = Layout.Parent(_lines, line);
                if (line == firstLine)
                {
                    return TakeOutAll();
                }

                // What is wrong lies above: take out more there, beginning with its whole block.
                line = Math.Max(parent, firstLine);
                level = Math.Max(_levels[line], 1) - 1;
                continue;
            }

            if (TakeOut(error, line, level))
            {
                return true;
            }
        }
    }

    private bool TakeOut(LeanMessage error, int line, int level) => level switch
    {
        0 => error.Text.StartsWith("unsolved goals", StringComparison.Ordinal) ? CloseBlock(line) : ReplaceSpan(error, line),
        1 => ReplaceBlock(line, KeptHead(_lines[line])),
        2 => line > firstLine && ReplaceBlock(line, Math.Min(Layout.Indent(_lines[line]), KeptHead(_lines[line]))),
        3 => line > firstLine && ReplaceSiblings(line),
        _ => false,
    };

    /// <summary>Puts <c>all_goals sorry</c> where a block ends too early.</summary>
    private bool CloseBlock(int line)
    {
        var end = Layout.EndOfBlock(_lines, line);
        var inner = Enumerable.Range(line + 1, end - line - 1).FirstOrDefault(i => !string.IsNullOrWhiteSpace(_lines[i]), -1);
        var indent = inner >= 0 ? Layout.Indent(_lines[inner]) : KeptHead(_lines[line]);
        if (inner < 0 && _lines[line].AsSpan(Math.Min(indent, _lines[line].Length)).Trim().IsEmpty)
        {
            return ReplaceBlock(line, indent);
        }

        // A block that begins on the line of its `by` goes on below in the column where it began.
        Insert(end, new string(' ', indent) + "all_goals sorry");
        return true;
    }

    private bool ReplaceSpan(LeanMessage error, int line)
    {
        if (error.End is null)
        {
            return line == error.Start.Line - 1 && ReplaceWord(line, TextPosition.IndexInLine(_lines[line], error.Start.Column));
        }

        if (error.End is not { } end || line != error.Start.Line - 1 || end.Line - 1 >= _lines.Count || end.Line < error.Start.Line)
        {
            return false;
        }

        var from = TextPosition.IndexInLine(_lines[line], error.Start.Column);
        var to = TextPosition.IndexInLine(_lines[end.Line - 1], end.Column);
        var last = _lines[end.Line - 1][to..];
        if (from == to && line == end.Line - 1)
        {
            return false;
        }

        Replace(line, end.Line, _lines[line][..from] + "sorry" + last);
        return true;
    }

    /// <summary>Replaces the tactic whose name stands at a place, with what it is applied to: mostly one that this Lean does not have.</summary>
    private bool ReplaceWord(int line, int at)
    {
        var text = _lines[line];
        var from = Math.Min(at, text.Length);
        while (from > 0 && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '_' or '.' or '\''))
        {
            from--;
        }

        var to = from;
        for (var depth = 0; to < text.Length && (depth > 0 || text[to] is not (',' or ';' or ')' or '⟩' or ']' or '<' or '|')); to++)
        {
            depth += text[to] is '(' or '[' or '⟨' ? 1 : text[to] is ')' or ']' or '⟩' ? -1 : 0;
        }

        if (from == to || from == Layout.Indent(text) || text.AsSpan(from, to - from).Trim() is "sorry")
        {
            return false;
        }

        _lines[line] = text[..from] + "sorry" + text[to..];
        return true;
    }

    private bool ReplaceBlock(int line, int head)
    {
        Replace(line, Layout.EndOfBlock(_lines, line), WithHole(_lines[line][..head]));
        return true;
    }

    private bool ReplaceSiblings(int line)
    {
        Replace(line, Layout.EndOfSiblings(_lines, line), new string(' ', Layout.Indent(_lines[line])) + "sorry");
        return true;
    }

    private bool TakeOutAll()
    {
        var all = WithHole(_lines[firstLine][..KeptHead(_lines[firstLine])]);
        if (_lines.Count == firstLine + 1 && _lines[firstLine] == all)
        {
            return false;
        }

        Replace(firstLine, _lines.Count, all);
        return true;
    }

    private void Replace(int from, int to, string line)
    {
        _lines[from] = line;
        _lines.RemoveRange(from + 1, to - from - 1);
        _levels.RemoveRange(from + 1, to - from - 1);
    }

    private void Insert(int at, string line)
    {
        _lines.Insert(at, line);
        _levels.Insert(at, 1);
    }

    private static string WithHole(string head) => head.EndsWith("by", StringComparison.Ordinal) ? head + " sorry" : head + "sorry";

    /// <summary>How much of a line announces what follows and stays when that is replaced.</summary>
    private static int KeptHead(string line)
    {
        var head = Head().Match(line);
        return head.Success ? head.Length : Layout.Indent(line);
    }

    [GeneratedRegex(@"^.*:=\s*by\s+|^.*:=\s*by$|^\s*(case\b.*|next\b.*|\|.*)=>\s*|^\s*·\s*|^.*\bby\s+|^.*:=\s*")]
    private static partial Regex Head();
}
