namespace Prover.Core.Statements;

/// <summary>Reading Lean texts as text. Only for convenience (what to keep warm, where a trusted statement ends), never for
/// soundness: Lean's own lexer differs between versions, so only Lean decides what a text means.</summary>
internal static class LeanText
{
    /// <summary>The text with every comment and string literal blanked out: same length, same line breaks.</summary>
    public static string Mask(string text)
    {
        var masked = text.ToCharArray();
        for (var i = 0; i < text.Length;)
        {
            var end = SkipCommentOrString(text, i);
            for (var k = i; k < end; k++)
            {
                if (masked[k] is not ('\n' or '\r'))
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

    private static int SkipCommentOrString(string text, int i)
    {
        if (i >= text.Length || text[i] != '"')
        {
            return SkipComment(text, i);
        }

        for (i++; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
        }

        return Math.Min(i + 1, text.Length);
    }

    private static bool StartsWith(string text, int at, string token) =>
        string.CompareOrdinal(text, at, token, 0, token.Length) == 0;
}
