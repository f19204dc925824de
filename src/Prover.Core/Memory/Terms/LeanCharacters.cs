namespace Prover.Core.Memory.Terms;

/// <summary>Which characters Lean's names are made of, as in Lean's own <c>isIdFirst</c> and <c>isIdRest</c>.</summary>
internal static class LeanCharacters
{
    /// <summary>How many UTF-16 units of a name's first character stand at the place; 0 when none does.</summary>
    public static int FirstLength(string text, int at) =>
        at >= text.Length ? 0
        : char.IsAsciiLetter(text[at]) || text[at] is '_' ? 1
        : LetterLength(text, at);

    /// <summary>The same for a name's later characters.</summary>
    public static int RestLength(string text, int at) =>
        at >= text.Length ? 0
        : char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '\'' or '!' or '?' or '✝' || IsSubscript(text[at]) ? 1
        : LetterLength(text, at);

    /// <summary>Whether it numbers an inaccessible name: <c>a✝¹</c>.</summary>
    public static bool IsSuperscriptDigit(char character) => character is '⁰' or '¹' or '²' or '³' or (>= '⁴' and <= '⁹');

    private static int LetterLength(string text, int at)
    {
        if (char.IsHighSurrogate(text[at]))
        {
            return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
                && char.ConvertToUtf32(text[at], text[at + 1]) is >= 0x1D49C and <= 0x1D59F ? 2 : 0;
        }

        return IsLetterLike(text[at]) ? 1 : 0;
    }

    private static bool IsLetterLike(char c) =>
        (c is >= 'α' and <= 'ω' && c != 'λ')
        || (c is >= 'Α' and <= 'Ω' && c is not ('Π' or 'Σ'))
        || c is >= '\u03CA' and <= '\u03FB' or >= '\u1F00' and <= '\u1FFE' or >= '\u2100' and <= '\u214F' or >= '\u0100' and <= '\u017F'
        || (c is >= '\u00C0' and <= '\u00FF' && c is not ('×' or '÷'));

    private static bool IsSubscript(char c) => c is >= '₀' and <= '₉' or >= '\u2090' and <= '\u209C' or >= '\u1D62' and <= '\u1D6A';
}
