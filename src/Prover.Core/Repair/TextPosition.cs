using Prover.Core.Lean;

namespace Prover.Core.Repair;

/// <summary>Lean's columns count code points, strings count UTF-16 units.</summary>
internal static class TextPosition
{
    /// <summary>Index within a line of a column; the line's end for a column beyond it.</summary>
    public static int IndexInLine(string line, int column)
    {
        var index = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (column-- <= 0)
            {
                break;
            }

            index += rune.Utf16SequenceLength;
        }

        return index;
    }

    /// <summary>Index within a whole text; its end for a position beyond it.</summary>
    public static int IndexInText(string text, LeanPosition position)
    {
        var start = 0;
        for (var line = 1; line < position.Line; line++)
        {
            var newline = text.IndexOf('\n', start);
            if (newline < 0)
            {
                return text.Length;
            }

            start = newline + 1;
        }

        var end = text.IndexOf('\n', start);
        return start + IndexInLine(text[start..(end < 0 ? text.Length : end)], position.Column);
    }
}
