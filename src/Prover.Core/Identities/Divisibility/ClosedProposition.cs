using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Divisibility;

/// <summary>Evaluates propositions whose variables all have values.</summary>
internal static class ClosedProposition
{
    private static readonly string[] Relations = [" ≤ ", " < ", " ≥ ", " > ", " ≠ ", " = ", " ∣ "];

    /// <summary>Whether it holds; null where it can't be told.</summary>
    public static bool? Holds(string text, Evaluator evaluator)
    {
        text = text.Trim();
        if (text is "True" or "False")
        {
            return text == "True";
        }

        if (text.AsSpan().IndexOfAny("∀∃→↔") >= 0)
        {
            return null;
        }

        if (TopLevel.Split(text, " ∨ ") is { Count: > 1 } either)
        {
            var parts = either.Select(p => Holds(p, evaluator)).ToList();
            return parts.Contains(true) ? true : parts.Contains(null) ? null : false;
        }

        if (TopLevel.Split(text, " ∧ ") is { Count: > 1 } both)
        {
            var parts = both.Select(p => Holds(p, evaluator)).ToList();
            return parts.Contains(false) ? false : parts.Contains(null) ? null : true;
        }

        if (text.StartsWith('¬'))
        {
            return !Holds(text[1..], evaluator);
        }

        foreach (var relation in Relations)
        {
            if (TopLevel.Split(text, relation) is [var left, var right])
            {
                return Value(left) is { IsInteger: true } a && Value(right) is { IsInteger: true } b ? Compare(relation.Trim(), a, b) : null;
            }
        }

        return text.StartsWith('(') && text.EndsWith(')') && TopLevel.IndexOf(text[1..^1], ")") < 0 ? Holds(text[1..^1], evaluator) : null;

        Rational? Value(string term) => ExpressionParser.Parse(term) is { } expression ? evaluator.Evaluate(expression) : null;
    }

    private static bool Compare(string relation, Rational a, Rational b)
    {
        var sign = (a - b).Numerator.Sign;
        return relation switch
        {
            "≤" => sign <= 0,
            "<" => sign < 0,
            "≥" => sign >= 0,
            ">" => sign > 0,
            "≠" => sign != 0,
            "=" => sign == 0,
            _ => a.IsZero ? b.IsZero : (b.Numerator % a.Numerator).IsZero,
        };
    }
}
