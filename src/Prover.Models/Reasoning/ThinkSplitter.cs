using System.Text;

namespace Prover.Models.Reasoning;

/// <summary>What a piece of a model's text is.</summary>
internal enum PieceKind
{
    /// <summary>Part of the answer.</summary>
    Text,

    /// <summary>Part of the reasoning.</summary>
    Reasoning,

    /// <summary>Empty; all text before it was reasoning.</summary>
    TextSoFarWasReasoning,
}

/// <summary>Parts one answer's text into reasoning and answer, as it comes.</summary>
/// <remarks>
/// <c>&lt;think&gt;</c> counts only where an answer begins or right after other reasoning: elsewhere it is the model's own words.
/// A lone <c>&lt;/think&gt;</c> counts everywhere, because templates often put the opening tag into the prompt. What came before it has been
/// handed on by then, and while streaming there is no help: so it is told that it was reasoning. Who knows that a model begins within its
/// reasoning configures it and spares his readers that.
/// Tags may be split between pieces: what may be the beginning of one is held back. Blank space next to tags belongs to neither side.
/// </remarks>
internal sealed class ThinkSplitter(bool inside)
{
    private const string Open = "<think>";
    private const string Close = "</think>";

    private readonly StringBuilder _held = new();
    private bool _inside = inside;
    private bool _atStart = true;

    /// <summary>Takes in a piece; gives what is certain.</summary>
    public IEnumerable<(PieceKind Kind, string Text)> Add(string piece)
    {
        _held.Append(piece);
        return Drain(false);
    }

    /// <summary>Gives what was held back; the text is over.</summary>
    public IEnumerable<(PieceKind Kind, string Text)> End() => Drain(true);

    private IEnumerable<(PieceKind Kind, string Text)> Drain(bool isEnd)
    {
        var text = _held.ToString();
        _held.Clear();
        while (text.Length > 0)
        {
            if (_atStart)
            {
                var begin = text.TrimStart();
                if (!_inside && begin.StartsWith(Open, StringComparison.Ordinal))
                {
                    (_inside, text) = (true, begin[Open.Length..]);
                    continue;
                }

                // Blank so far, or what may become a tag.
                if (begin.Length == 0 || (!_inside && Open.StartsWith(begin, StringComparison.Ordinal)))
                {
                    if (!isEnd)
                    {
                        _held.Append(text);
                        yield break;
                    }
                }

                text = begin;
                if (text.Length == 0)
                {
                    yield break;
                }
            }

            var close = text.IndexOf(Close, StringComparison.Ordinal);
            if (close >= 0)
            {
                if (close > 0)
                {
                    yield return (_inside ? PieceKind.Reasoning : PieceKind.Text, text[..close]);
                }

                if (!_inside)
                {
                    yield return (PieceKind.TextSoFarWasReasoning, string.Empty);
                }

                (_inside, _atStart, text) = (false, true, text[(close + Close.Length)..]);
                continue;
            }

            var safe = isEnd ? text.Length : text.Length - Unsure(text);
            if (safe > 0)
            {
                _atStart = false;
                yield return (_inside ? PieceKind.Reasoning : PieceKind.Text, text[..safe]);
            }

            _held.Append(text, safe, text.Length - safe);
            yield break;
        }
    }

    /// <summary>Length of the longest end of the text that may be the beginning of a closing tag.</summary>
    private static int Unsure(string text)
    {
        for (var length = Math.Min(Close.Length - 1, text.Length); length > 0; length--)
        {
            if (Close.AsSpan(0, length).SequenceEqual(text.AsSpan(text.Length - length)))
            {
                return length;
            }
        }

        return 0;
    }
}
