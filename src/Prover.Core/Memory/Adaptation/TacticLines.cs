using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Adaptation;

/// <summary>Lines and columns of a tactic's pieces.</summary>
internal sealed class TacticLines
{
    private readonly List<LeanToken> _tokens;
    private readonly int[] _lines;
    private readonly int[] _columns;

    public TacticLines(string text, List<LeanToken> tokens)
    {
        (_tokens, _lines, _columns) = (tokens, new int[tokens.Count], new int[tokens.Count]);
        var (line, start, at) = (0, 0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            for (; at < tokens[i].Start; at++)
            {
                (line, start) = text[at] == '\n' ? (line + 1, at + 1) : (line, start);
            }

            (_lines[i], _columns[i]) = (line, tokens[i].Start - start);
        }
    }

    /// <summary>Whether two pieces stand in one line.</summary>
    public bool SameLine(int one, int other) => one < _lines.Length && other < _lines.Length && _lines[one] == _lines[other];

    /// <summary>The first piece behind the statement that begins at a keyword: on a later line that is not indented more, or behind a semicolon.</summary>
    public int AfterStatement(int keyword)
    {
        for (var i = keyword + 1; i < _tokens.Count; i++)
        {
            var startsLine = _lines[i] != _lines[i - 1];
            if ((startsLine && _columns[i] <= _columns[keyword]) || _tokens[i].Text is ";" or "<;>")
            {
                return i;
            }
        }

        return _tokens.Count;
    }
}
