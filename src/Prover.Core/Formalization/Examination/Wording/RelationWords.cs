using System.Text.RegularExpressions;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Wording;

/// <summary>Words for divisibility, remainders and common divisors against the statement's relations and functions.</summary>
internal static partial class RelationWords
{
    /// <summary>What does not fit, in a sentence; null where nothing is amiss.</summary>
    public static string? Doubt(string text, Proposition meaning)
    {
        var terms = meaning.All.SelectMany(p => p.Terms).SelectMany(All).ToList();
        var divides = meaning.All.Any(p => p is Proposition.Divides) || terms.Exists(t => t is Term.Binary { Operator: '%' });
        bool Calls(string end) => terms.Exists(t => t is Term.Call call && call.Function.EndsWith(end, StringComparison.Ordinal));
        if ((Gcd().Match(text) is { Success: true } gcd && !Calls(".gcd") && !SaysGreatest(meaning) ? gcd
            : Lcm().Match(text) is { Success: true } lcm && !Calls(".lcm") && !SaysGreatest(meaning) ? lcm : null) is { } function)
        {
            return $"The text says '{function.Value}', nothing in the statement does.";
        }

        // What is divided may also be written as a product: ∃ k, n = 2 * k.
        var multiple = divides || Calls(".gcd") || Calls(".lcm") || HasMultiple(meaning);
        return Remainder().Match(text) is { Success: true } remainder && !multiple ? $"The text says '{remainder.Value}', the statement has neither a remainder nor a divisor."
            : Divisible().Match(text) is { Success: true } divisible && !multiple ? $"The text says '{divisible.Value}', nothing in the statement divides."
            : null;
    }

    private static IEnumerable<Term> All(Term term) => term.Parts.SelectMany(All).Prepend(term);

    /// <summary>A divisor that all others divide, or are not greater than.</summary>
    private static bool SaysGreatest(Proposition meaning) =>
        meaning.All.Any(p => p is Proposition.Quantified { IsUniversal: true } all && all.Body.All.Any(q => q is Proposition.Divides));

    private static bool HasMultiple(Proposition meaning) => meaning.All.OfType<Proposition.Quantified>().Where(q => !q.IsUniversal).SelectMany(q => q.Body.All)
        .OfType<Proposition.Comparison>().Any(c => c.Relation == '=' && c.Terms.SelectMany(All).Any(t => t is Term.Binary { Operator: '*' }));

    [GeneratedRegex(@"\bremainders?\b|\bmodulo\b|\\equiv|\\pmod|\\bmod|≡", RegexOptions.IgnoreCase)]
    private static partial Regex Remainder();

    [GeneratedRegex(@"\bdivisible\b|\bdivides\b|\bmultiples? of\b|\\mid\b|∣", RegexOptions.IgnoreCase)]
    private static partial Regex Divisible();

    [GeneratedRegex(@"\bgreatest common (divisor|factor)|\bgcd\b|\bcoprime\b|\brelatively prime\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gcd();

    [GeneratedRegex(@"\bleast common multiple|\blcm\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lcm();
}
