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
            var name = quantified.Variable.Name;
            return Restrictions(quantified.Body, quantified.IsUniversal, new HashSet<string>(StringComparer.Ordinal) { name })
                .Select(r => Limit(r.Restriction, name, r.Unknown, values)).Where(b => b is not null).Min();
        }
        finally
        {
            values[quantified.Variable.Name] = hidden;
        }
    }

    /// <summary>All values at which an existence can hold, where a part of it is an equation between polynomials in this variable alone; null where none is.</summary>
    public static IReadOnlyList<BigInteger>? Solutions(Proposition.Quantified exists, Valuation values)
    {
        var name = exists.Variable.Name;
        foreach (var (restriction, unknown) in Restrictions(exists.Body, false, new HashSet<string>(StringComparer.Ordinal) { name }))
        {
            if (restriction is Proposition.Comparison { Relation: '=' } equation && IsPolynomial(equation.Left) && IsPolynomial(equation.Right)
                && Mentions(equation, [name]) && !Mentions(equation, unknown.Where(u => u != name)) && ExactRoots(name, equation, values) is { } roots)
            {
                return roots;
            }
        }

        return null;
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
            if (differences is [{ } first, { } second, { } third] && second - first != third - second)
            {
                foreach (var solution in ExactRoots(name, equation, values) ?? [])
                {
                    yield return solution;
                    yield return solution + 1;
                    yield return solution - 1;
                }
            }

            if (differences is [{ } a, { } b, { } c] && b - a == c - b && a != b && ((1000 * (b - a)) - a) % (b - a) == 0)
            {
                var root = ((1000 * (b - a)) - a) / (b - a);
                yield return root;
                yield return root + 1;
                yield return root - 1;
            }
        }
    }

    /// <summary>Whether it is one everywhere: natural subtraction is none.</summary>
    private static bool IsPolynomial(Term term) => term switch
    {
        Term.Number or Term.Variable => true,
        Term.Binary { Operator: '^', Right: Term.Number } power => IsPolynomial(power.Left),
        Term.Binary { Operator: '+' or '*' } or Term.Negate or Term.Cast => term.Parts.All(IsPolynomial),
        Term.Binary { Operator: '-', Type: NumberType.Int } => term.Parts.All(IsPolynomial),
        _ => false,
    };

    /// <summary>The integer roots of an equation; null where it is none of a polynomial of small degree in the variable.</summary>
    private static IReadOnlyList<BigInteger>? ExactRoots(string name, Proposition.Comparison equation, Valuation values)
    {
        var hidden = values[name];
        try
        {
            return PolynomialRoots.Through(
                at =>
                {
                    values[name] = at;
                    return TermEvaluator.Evaluate(equation.Left, values) - TermEvaluator.Evaluate(equation.Right, values);
                },
                1000);
        }
        finally
        {
            values[name] = hidden;
        }
    }

    /// <summary>What must hold for the body to matter, with the variables that have no value there.</summary>
    private static IEnumerable<(Proposition Restriction, HashSet<string> Unknown)> Restrictions(Proposition body, bool isUniversal, HashSet<string> unknown) => (body, isUniversal) switch
    {
        (Proposition.Binary { Connective: '→' } premise, true) => Restrictions(premise.Left, false, unknown).Concat(Restrictions(premise.Right, true, unknown)),
        (Proposition.Binary { Connective: '∧' } both, false) => Restrictions(both.Left, false, unknown).Concat(Restrictions(both.Right, false, unknown)),
        (Proposition.Quantified inner, _) when inner.IsUniversal == isUniversal && !unknown.Contains(inner.Variable.Name) =>
            Restrictions(inner.Body, isUniversal, [.. unknown, inner.Variable.Name]),
        (Proposition.Quantified, false) => [],
        (_, false) => [(body, unknown)],
        _ => [],
    };

    private static BigInteger? Limit(Proposition restriction, string name, HashSet<string> unknown, Valuation values) => restriction switch
    {
        Proposition.Comparison { Relation: '=' } equation when EquationBound.Of(equation, name, unknown, values) is { } bound => bound,
        _ when unknown.Count > 1 && Mentions(restriction, unknown.Where(u => u != name)) => null,
        Proposition.Comparison { Left: Term.Variable v, Relation: '<' or '≤' or '=' } c when v.Name == name => TermEvaluator.Evaluate(c.Right, values),
        Proposition.Comparison { Right: Term.Variable v, Relation: '>' or '≥' or '=' } c when v.Name == name => TermEvaluator.Evaluate(c.Left, values),
        Proposition.Divides { Divisor: Term.Variable v } d when v.Name == name =>
            TermEvaluator.Evaluate(d.Dividend, values) is { Sign: > 0 } dividend ? dividend : null,
        _ => null,
    };

    private static bool Mentions(Proposition proposition, IEnumerable<string> names) => names.Any(n => proposition.Terms.Any(t => Mentions(t, n)));

    private static bool Mentions(Term term, string name) => term is Term.Variable variable ? variable.Name == name : term.Parts.Any(p => Mentions(p, name));
}
