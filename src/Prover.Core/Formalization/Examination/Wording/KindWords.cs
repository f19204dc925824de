using System.Text.RegularExpressions;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Wording;

/// <summary>"Integer" and "natural number" against the types of the statement's variables.</summary>
internal static partial class KindWords
{
    /// <summary>What does not fit, in a sentence; null where nothing is amiss.</summary>
    public static string? Doubt(string text, Telescope statement)
    {
        var numbers = statement.Variables.Where(v => v.Argument is null)
            .Concat(statement.Hypotheses.Append(statement.Conclusion).SelectMany(p => p.All).OfType<Proposition.Quantified>().Select(q => q.Variable)).ToList();
        var integers = Integers().IsMatch(text);
        var naturals = Naturals().IsMatch(text);
        if (numbers.Count == 0 || integers == naturals)
        {
            return null;
        }

        if (integers && numbers.TrueForAll(v => v.Type == NumberType.Nat))
        {
            return "The text speaks of integers, the statement of natural numbers only.";
        }

        var isBounded = statement.Hypotheses.Append(statement.Conclusion).SelectMany(p => p.All)
            .Any(p => p is Proposition.Comparison { Relation: '<' or '≤', Left: Term.Number } or Proposition.Comparison { Relation: '>' or '≥', Right: Term.Number });
        return naturals && !isBounded && numbers.Exists(v => v.Type == NumberType.Int)
            ? "The text speaks of natural numbers, the statement of integers that may be negative."
            : null;
    }

    [GeneratedRegex(@"(?<!positive |non-?negative |natural )\bintegers?\b|\\mathbb\{?Z|ℤ", RegexOptions.IgnoreCase)]
    private static partial Regex Integers();

    [GeneratedRegex(@"\b(natural numbers?|naturals|(positive|non-?negative) integers?|whole numbers?)\b|\\mathbb\{?N|ℕ", RegexOptions.IgnoreCase)]
    private static partial Regex Naturals();
}
