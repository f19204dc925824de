using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Prover.Core.Answers;

/// <summary>Characters that models and chat windows put in the place of those Lean reads.</summary>
internal static partial class CodeCharacters
{
    private const int TabWidth = 4;

    /// <summary>Line ends, invisible characters, lone surrogates: what is safe to mend in any text.</summary>
    public static string CleanLines(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                clean.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (c is '\u2028' or '\u2029' or '\u0085' or '\v' or '\f')
            {
                clean.Append('\n');
            }
            else if (c is '\u00a0' or '\u202f' or '\u205f' or '\u3000' or (>= '\u2000' and <= '\u200a'))
            {
                clean.Append(' ');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (!IsInvisible(c) && !char.IsSurrogate(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    /// <summary>Look-alikes of the characters that Lean means; only for what is taken to be code.</summary>
    public static string CleanCode(string code)
    {
        if (Entity().IsMatch(code))
        {
            code = CleanLines(WebUtility.HtmlDecode(code));
        }

        var clean = new StringBuilder(code.Length);
        var column = 0;
        var lineBegins = true;
        foreach (var c in code)
        {
            var before = clean.Length;
            switch (c)
            {
                case '\t':
                    clean.Append(' ', TabWidth - (column % TabWidth));
                    break;
                case '‘' or '’' or '´' or '＇':
                    clean.Append('\'');
                    break;
                case '“' or '”' or '„':
                    clean.Append('"');
                    break;
                case '−' or '–' or '‐' or '‑':
                    clean.Append('-');
                    break;
                case '—':
                    clean.Append("--");
                    break;
                case '∶':
                    clean.Append(':');
                    break;
                case '⇒':
                    clean.Append("=>");
                    break;
                case '⩽' or '≦':
                    clean.Append('≤');
                    break;
                case '⩾' or '≧':
                    clean.Append('≥');
                    break;
                case '•' or '∙' or '⋅' or '●' when lineBegins:
                    clean.Append('·');
                    break;
                case >= '\uff01' and <= '\uff5e':
                    clean.Append((char)(c - '\uff01' + '!'));
                    break;
                default:
                    clean.Append(c);
                    break;
            }

            (column, lineBegins) = c == '\n' ? (0, true) : (column + clean.Length - before, lineBegins && c is ' ' or '\t');
        }

        return clean.ToString();
    }

    private static bool IsInvisible(char c) =>
        c is (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u2069') or '\ufeff' or '\u00ad'
        || (char.IsControl(c) && c is not ('\n' or '\t'));

    [GeneratedRegex(@"&(?:lt|gt|amp|quot|apos|nbsp|le|ge|ne|and|or|not|forall|exist|rarr|harr|lang|rang|#\d{1,6}|#x[0-9a-fA-F]{1,5});")]
    private static partial Regex Entity();
}
