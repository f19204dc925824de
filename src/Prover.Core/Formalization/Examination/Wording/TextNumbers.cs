using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Prover.Core.Formalization.Examination.Wording;

/// <summary>The numbers that a formal statement must mention if it says what a text says.</summary>
internal static partial class TextNumbers
{
    private static readonly Dictionary<string, int> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["twice"] = 2,
        ["thrice"] = 3,
        ["even"] = 2,
        ["odd"] = 2,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["digit"] = 10,
    };

    /// <summary>Each once. Exponents are left out: a square may be written as a product. So are indices, and the first terms of a sum with dots;
    /// "one", "two" and "three" mostly count things.</summary>
    public static IEnumerable<BigInteger> In(string text)
    {
        var formula = Exponents().Replace(Subscripts().Replace(Grouped().Replace(text, "$1$2"), " "), " ");
        var numbers = Digits().Matches(formula).Select(m => BigInteger.Parse(m.Value, CultureInfo.InvariantCulture));
        if (Dots().IsMatch(text))
        {
            numbers = numbers.Where(n => n > 3);
        }

        var words = Word().Matches(text).Where(m => Words.ContainsKey(m.Value)).Select(m => new BigInteger(Words[m.Value]));
        return numbers.Concat(words).Distinct();
    }

    [GeneratedRegex(@"(?<![\d.])(\d{1,3}),(\d{3})(?!\d)")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(\^|\*\*)\s*(\d+|\{[^}]*\}|\([^)]*\))|[²³]")]
    private static partial Regex Exponents();

    [GeneratedRegex(@"_\s*(\d+|\{[^}]*\})")]
    private static partial Regex Subscripts();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\\[lc]?dots|\.\.\.|…")]
    private static partial Regex Dots();

    [GeneratedRegex(@"[A-Za-z]+")]
    private static partial Regex Word();
}
