using System.Text.RegularExpressions;
using Prover.Core.Statements;

namespace Prover.Rounds.Problems.Syntax;

/// <summary>The tokens of a Lean text, without comments; ASCII spellings become the usual symbols.</summary>
internal static partial class LeanTokens
{
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["ℕ"] = "Nat",
        ["ℤ"] = "Int",
        ["ℚ"] = "Rat",
        ["Real"] = "ℝ",
        ["->"] = "→",
        ["<->"] = "↔",
        ["/\\"] = "∧",
        ["\\/"] = "∨",
        ["!="] = "≠",
        ["<="] = "≤",
        [">="] = "≥",
        ["λ"] = "fun",
        ["=>"] = "↦",
        ["⦃"] = "{",
        ["⦄"] = "}",
        ["exists"] = "∃",
        ["forall"] = "∀",
        ["Not"] = "¬",
    };

    public static List<string> Of(string text) => [.. Token().Matches(LeanText.Mask(text)).Select(m => Spellings.GetValueOrDefault(m.Value, m.Value))];

    public static bool IsName(string token) => char.IsLetter(token[0]) || token[0] is '_' or '«';

    public static bool IsNumeral(string token) => char.IsAsciiDigit(token[0]);

    [GeneratedRegex(@"«[^»]*»(\.[\p{L}_][\p{L}\p{Nd}_₀-₉'!?]*)*|[0-9]+|(?!λ)[\p{L}_][\p{L}\p{Nd}_₀-₉'!?✝¹²³⁴-⁹⁰]*(\.[\p{L}_][\p{L}\p{Nd}_₀-₉'!?]*)*|<->|->|=>|:=|<=|>=|!=|/\\|\\/|::|\+\+|\S")]
    private static partial Regex Token();
}
