using System.Numerics;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Evaluation;

/// <summary>What the body of a quantifier says about its variable: up to where its values matter, and which solve an equation in it.</summary>
internal static class VariableBound
{
    /// <summary>The largest natural number that can matter: of <c>∀ x, x &lt; b → …</c>, <c>∃ x, x ≤ b ∧ …</c>, <c>x ∣ b</c> with b > 0.</summary>
    public static BigInteger? Of(Proposition.Quantified quantified, Valuation values)
    {
        var hidden = values[quantified.Variable.Name];
        values[quantified.Variable.Name] = null;
        try
        {
            return Restrictions(quantified.Body, quantified.IsUniversal).Select(r => Limit(r, quantified.Variable.Name, values)).Where(b => b is not null).Min();
        }
        finally
        {
            values[quantified.Variable.Name] = hidden;
        }
    }

    /// <summary>Solutions of equations in which the variable is linear.</summary>
    public static IEnumerable<BigInteger> Roots(string name, Proposition proposition, Valuation values)
    {
        foreach (var equation in proposition.All.OfType<Proposition.Comparison>().Where(c => c.Relation is not '≠'))
        {
            var hidden = values[name];
            var differences = new BigInteger?[3];
            for (var i = 0; i < 3; i++)
            {
                // Far from zero, so that natural subtraction of small terms has no effect.
                values[name] = 1000 + i;
                differences[i] = TermEvaluator.Evaluate(equation.Left, values) - TermEvaluator.Evaluate(equation.Right, values);
            }

            values[name] = hidden;
            if (differences is [{ } a, { } b, { } c] && b - a == c - b && a != b && ((1000 * (b - a)) - a) % (b - a) == 0)
            {
                var root = ((1000 * (b - a)) - a) / (b - a);
                yield return root;
                yield return root + 1;
                yield return root - 1;
            }
        }
    }

    private static IEnumerable<Proposition> Restrictions(Proposition body, bool isUniversal) => (body, isUniversal) switch
    {
        (Proposition.Binary { Connective: '→' } premise, true) => Restrictions(premise.Left, false).Concat(Restrictions(premise.Right, true)),
        (Proposition.Binary { Connective: '∧' } both, false) => Restrictions(both.Left, false).Concat(Restrictions(both.Right, false)),
        (_, false) => [body],
        _ => [],
    };

    private static BigInteger? Limit(Proposition restriction, string name, Valuation values) => restriction switch
    {
        Proposition.Comparison { Left: Term.Variable v, Relation: '<' or '≤' or '=' } c when v.Name == name => TermEvaluator.Evaluate(c.Right, values),
        Proposition.Comparison { Right: Term.Variable v, Relation: '>' or '≥' or '=' } c when v.Name == name => TermEvaluator.Evaluate(c.Left, values),
        Proposition.Divides { Divisor: Term.Variable v } d when v.Name == name =>
            TermEvaluator.Evaluate(d.Dividend, values) is { Sign: > 0 } dividend ? dividend : null,
        _ => null,
    };
}
