using System.Globalization;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Refutation.Writing;

/// <summary>Writes terms and propositions for people: without types, with as few brackets as needed. For display only.</summary>
internal static class ReadableText
{
    /// <summary>A proposition.</summary>
    public static string Of(Proposition proposition) => proposition switch
    {
        Proposition.Constant constant => constant.Value ? "True" : "False",
        Proposition.Comparison c => $"{Of(c.Left)} {c.Relation} {Of(c.Right)}",
        Proposition.Divides d => $"{Of(d.Divisor)} ∣ {Of(d.Dividend)}",
        Proposition.Not negation => $"¬({Of(negation.Inner)})",
        Proposition.Binary binary => $"{Inside(binary.Left)} {binary.Connective} {Inside(binary.Right)}",
        Proposition.Quantified q => $"{(q.IsUniversal ? '∀' : '∃')} {q.Variable.Name}, {Of(q.Body)}",
        _ => proposition.ToString(),
    };

    /// <summary>A comparison or divisibility with the values of its sides; null for others, and where they have none.</summary>
    public static string? Evaluated(Proposition proposition, Valuation values)
    {
        var (left, relation, right) = proposition switch
        {
            Proposition.Comparison c => (c.Left, c.Relation, c.Right),
            Proposition.Divides d => (d.Divisor, '∣', d.Dividend),
            _ => default,
        };
        return left is not null && TermEvaluator.Evaluate(left, values) is { } a && TermEvaluator.Evaluate(right, values) is { } b ? $"{a} {relation} {b}" : null;
    }

    private static string Inside(Proposition part) => part is Proposition.Binary or Proposition.Quantified ? $"({Of(part)})" : Of(part);

    private static string Of(Term term, int around = 0) => term switch
    {
        Term.Number number => number.Value.Sign < 0 && around > 0 ? $"({number.Value})" : number.Value.ToString(CultureInfo.InvariantCulture),
        Term.Variable variable => variable.Name,
        Term.Negate negate => around > 65 ? $"(-{Of(negate.Inner, 75)})" : $"-{Of(negate.Inner, 75)}",
        Term.Cast cast => Of(cast.Inner, around),
        Term.Binary binary => Bracketed(binary, around),
        Term.Call call => $"{(around > 100 ? "(" : string.Empty)}{call.Function} {string.Join(' ', call.Arguments.Select(a => Of(a, 101)))}{(around > 100 ? ")" : string.Empty)}",
        Term.RangeSum sum => $"(Σ {sum.Index} < {Of(sum.Count)}, {Of(sum.Body, 66)})",
        _ => term.ToString(),
    };

    private static string Bracketed(Term.Binary binary, int around)
    {
        var (strength, left, right) = binary.Operator switch
        {
            '+' or '-' => (65, 65, 66),
            '^' => (75, 76, 75),
            _ => (70, 70, 71),
        };
        var text = $"{Of(binary.Left, left)} {binary.Operator} {Of(binary.Right, right)}";
        return strength < around ? $"({text})" : text;
    }
}
