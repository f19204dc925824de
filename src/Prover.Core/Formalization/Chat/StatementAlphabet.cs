using System.Buffers;
using System.Globalization;
using System.Text;

namespace Prover.Core.Formalization.Chat;

/// <summary>The signs that a statement by a machine may be written in: those that mathematics in Lean is written in, each of which looks like
/// itself only.</summary>
/// <remarks>Greek letters that look like Latin ones (omicron, upsilon, nu, most capitals) are missing, as are all other scripts, signs that are
/// not seen and signs that turn the order of reading. Without quotation marks of any kind a text has no strings, characters and quoted names, in
/// which words could hide.</remarks>
internal static class StatementAlphabet
{
    private const string Letters = "αβγδεζηθικλμξπρστφχψωΓΔΘΛΞΦΨΩℕℤℚℝℂℓ𝓝𝒫";
    private const string Indices = "₀₁₂₃₄₅₆₇₈₉ₐₑₒₓᵢⱼₖₗₘₙₚᵣₛₜᵤᵥ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵀᶜˣˢ";
    private const string Signs = "∀∃∄¬∧∨→←↔↦≠≤≥∣∤∈∉⊆⊂⊇⊃∩∪⋂⋃∅∞∑∏∫√×·•∘±⟨⟩⌊⌋⌈⌉‖∥↑↓⇑⊕⊤⊥⊓⊔▸⦃⦄≡≃≪≫∂";
    private const string Ascii = "\n !#$%&()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_'abcdefghijklmnopqrstuvwxyz{|}~";

    private static readonly HashSet<Rune> Allowed = [.. (Letters + Indices + Signs + Ascii).EnumerateRunes()];
    private static readonly SearchValues<char> InWords = SearchValues.Create("_'!?" + Indices);

    /// <summary>The first sign that is not allowed, in words; null when there is none.</summary>
    public static string? Strange(string text)
    {
        var before = new Rune(' ');
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Allowed.Contains(rune))
            {
                var shown = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark ? string.Empty : $"'{rune}' ";
                return $"The sign {shown}(U+{rune.Value:X4})";
            }

            // In a word it is a prime; elsewhere a character literal would begin.
            if (rune.Value == '\'' && !Rune.IsLetterOrDigit(before) && !(before.IsBmp && InWords.Contains((char)before.Value)))
            {
                return "A character literal";
            }

            before = rune;
        }

        return null;
    }
}
