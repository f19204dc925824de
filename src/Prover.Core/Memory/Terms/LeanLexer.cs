namespace Prover.Core.Memory.Terms;

/// <summary>Takes Lean text apart. Comments and blanks are left out; any text at all is accepted.</summary>
internal static class LeanLexer
{
    // Longest first.
    private static readonly string[] LongSymbols =
    [
        "<;>", "|>.", ">>=", "<|>", ":=", "=>", "->", "<-", "<|", "|>", "++", "&&", "||", "==", "!=", "<=", ">=", "::", "..", "⁻¹", "∃!",
    ];

    /// <summary>The pieces in order.</summary>
    public static List<LeanToken> Read(string text)
    {
        var tokens = new List<LeanToken>(text.Length / 3);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var comment = CommentLength(text, at);
            if (comment > 0)
            {
                at += comment;
                continue;
            }

            var (kind, length) = Next(text, at, tokens);
            tokens.Add(new LeanToken(kind, text.Substring(at, length), at));
            at += length;
        }

        return tokens;
    }

    private static (LeanTokenKind Kind, int Length) Next(string text, int at, List<LeanToken> before)
    {
        if (char.IsAsciiDigit(text[at]))
        {
            return (LeanTokenKind.Numeral, NumeralLength(text, at));
        }

        if (NameLength(text, at) is > 0 and var name)
        {
            return (LeanTokenKind.Identifier, name);
        }

        if (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && before.Count > 0 && before[^1].End == at)
        {
            var end = at + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            return (LeanTokenKind.Projection, end - at);
        }

        if (text[at] == '"')
        {
            var end = at + 1;
            while (end < text.Length && text[end] != '"')
            {
                end += text[end] == '\\' ? 2 : 1;
            }

            return (LeanTokenKind.Literal, Math.Min(end + 1, text.Length) - at);
        }

        if (text[at] == '\'' && text.AsSpan(at + 1) is var rest && rest.Length > 1 && rest[..Math.Min(3, rest.Length)].IndexOf('\'') is > 0 and var quote)
        {
            return (LeanTokenKind.Literal, quote + 2);
        }

        return (LeanTokenKind.Symbol, SymbolLength(text, at));
    }

    private static int NameLength(string text, int at)
    {
        var end = at;
        while (true)
        {
            var part = end < text.Length && text[end] == '«' ? text.IndexOf('»', end) - end + 1 : PartLength(text, end);
            if (part <= 0)
            {
                return Math.Max(0, end - at - 1);
            }

            end += part;
            if (end >= text.Length || text[end] != '.')
            {
                return end - at;
            }

            end++;
        }
    }

    private static int PartLength(string text, int at)
    {
        var end = at + LeanCharacters.FirstLength(text, at);
        if (end == at)
        {
            return 0;
        }

        while (LeanCharacters.RestLength(text, end) is > 0 and var more)
        {
            end += more;
        }

        while (end < text.Length && text[end - 1] is var last && (last == '✝' || LeanCharacters.IsSuperscriptDigit(last)) && LeanCharacters.IsSuperscriptDigit(text[end]))
        {
            end++;
        }

        return end - at;
    }

    private static int NumeralLength(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end])
            || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return end - at;
    }

    private static int SymbolLength(string text, int at)
    {
        foreach (var symbol in LongSymbols)
        {
            // `|a - |b||` ends with two bars, `p || q` has an operator.
            if (symbol[0] == text[at] && string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0
                && (symbol != "||" || at == 0 || char.IsWhiteSpace(text[at - 1])))
            {
                return symbol.Length;
            }
        }

        return char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
    }

    private static int CommentLength(string text, int at)
    {
        if (text[at] is not ('-' or '/'))
        {
            return 0;
        }

        if (string.CompareOrdinal(text, at, "--", 0, 2) == 0)
        {
            return (text.IndexOf('\n', at) is >= 0 and var line ? line : text.Length) - at;
        }

        if (string.CompareOrdinal(text, at, "/-", 0, 2) != 0)
        {
            return 0;
        }

        var depth = 0;
        for (var i = at; i < text.Length - 1; i++)
        {
            depth += (text[i], text[i + 1]) switch
            {
                ('/', '-') => 1,
                ('-', '/') => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return i + 2 - at;
            }
        }

        return text.Length - at;
    }
}
