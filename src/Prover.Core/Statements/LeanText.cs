using System.Buffers;
using System.Text.RegularExpressions;

namespace Prover.Core.Statements;

/// <summary>Reading Lean texts as text. Only for convenience (what to keep warm, where a trusted statement ends), never for
/// soundness: Lean's own lexer differs between versions, so only Lean decides what a text means.</summary>
internal static partial class LeanText
{
    // What is none of them begins no literal: most of a text is passed over at once.
    private static readonly SearchValues<char> LiteralStarts = SearchValues.Create("\"«r'-/");

    /// <summary>The text with every comment, string and character literal blanked out: same length, same line breaks.
    /// Quoted names stay; what they quote is no comment and no string.</summary>
    public static string Mask(string text)
    {
        var masked = text.ToCharArray();
        for (var i = 0; i < text.Length;)
        {
            var ahead = text.AsSpan(i).IndexOfAny(LiteralStarts);
            if (ahead < 0)
            {
                break;
            }

            i += ahead;
            var end = SkipLiteral(text, i);
            for (var k = i; k < end; k++)
            {
                if (text[i] != '«' && masked[k] is not ('\n' or '\r'))
                {
                    masked[k] = ' ';
                }
            }

            i = Math.Max(end, i + 1);
        }

        return new string(masked);
    }

    /// <summary>Index after the comment that begins at <paramref name="i"/>, or <paramref name="i"/> itself.</summary>
    public static int SkipComment(string text, int i)
    {
        if (StartsWith(text, i, "--"))
        {
            var newline = text.IndexOf('\n', i);
            return newline < 0 ? text.Length : newline;
        }

        if (!StartsWith(text, i, "/-"))
        {
            return i;
        }

        var depth = 1;
        for (i += 2; i < text.Length && depth > 0;)
        {
            var (opens, closes) = (StartsWith(text, i, "/-"), StartsWith(text, i, "-/"));
            depth += opens ? 1 : closes ? -1 : 0;
            i += opens || closes ? 2 : 1;
        }

        return i;
    }

    private static int SkipLiteral(string text, int i)
    {
        if (i >= text.Length)
        {
            return i;
        }

        var afterWord = i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '_' or '\'');
        return text[i] switch
        {
            '"' => SkipString(text, i),
            '«' => After(text, i, "»"),
            'r' when !afterWord && i + 1 < text.Length && text[i + 1] is '"' or '#' && RawString().Match(text, i) is { Success: true } raw => After(text, i + raw.Length, '"' + raw.Groups["hashes"].Value),
            '\'' when !afterWord && Character().Match(text, i) is { Success: true } character => i + character.Length,
            _ => SkipComment(text, i),
        };
    }

    private static int SkipString(string text, int i)
    {
        for (i++; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
        }

        return Math.Min(i + 1, text.Length);
    }

    private static int After(string text, int i, string end)
    {
        var at = text.IndexOf(end, i, StringComparison.Ordinal);
        return at < 0 ? text.Length : at + end.Length;
    }

    [GeneratedRegex(@"\Gr(?<hashes>#*)""")]
    private static partial Regex RawString();

    [GeneratedRegex(@"\G'(\\[^\n]{1,8}?|[^\\'\n]{1,2})'")]
    private static partial Regex Character();

    private static bool StartsWith(string text, int at, string token) =>
        string.CompareOrdinal(text, at, token, 0, token.Length) == 0;
}
