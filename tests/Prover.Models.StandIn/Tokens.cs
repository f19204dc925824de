using System.Text;

namespace Prover.Models.StandIn;

/// <summary>The stand-in's tokenizer: as many whole characters as fit into four bytes are a token.</summary>
/// <remarks>Deterministic, and never more tokens than bytes, as with every real tokenizer.</remarks>
public static class Tokens
{
    private const int Bytes = 4;

    /// <summary>The tokens of a text, in order; together they are the text.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var tokens = new List<string>();
        var (start, at, size) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (size + rune.Utf8SequenceLength > Bytes)
            {
                tokens.Add(text[start..at]);
                (start, size) = (at, 0);
            }

            size += rune.Utf8SequenceLength;
            at += rune.Utf16SequenceLength;
        }

        if (at > start)
        {
            tokens.Add(text[start..at]);
        }

        return tokens;
    }

    /// <summary>How many.</summary>
    public static int Count(string text) => Encoding.UTF8.GetByteCount(text) <= Bytes ? Math.Min(1, text.Length) : Of(text).Count;
}
