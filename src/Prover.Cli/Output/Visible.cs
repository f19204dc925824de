using System.Globalization;
using System.Text;

namespace Prover.Cli.Output;

/// <summary>Text of unknown origin for a terminal: what would move the cursor, or change the order of what is read, is shown by its number.</summary>
internal static class Visible
{
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isSafe = rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            shown.Append(isSafe ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}"));
        }

        return shown.ToString();
    }
}
