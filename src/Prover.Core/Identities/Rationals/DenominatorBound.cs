using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Rationals;

/// <summary>A power of a number's denominator divides a product of denominators.</summary>
/// <param name="Variable">The number's index.</param>
/// <param name="Exponent">The power.</param>
/// <param name="Product">The product, a monomial in the denominators.</param>
/// <param name="Proof">A Lean term.</param>
internal sealed record DenominatorBound(int Variable, int Exponent, Polynomial Product, string Proof)
{
    private const int MaxExponent = 40;

    /// <summary>The bounds that follow for the summands of a term whose denominator divides a product.</summary>
    public static IEnumerable<DenominatorBound> Of(Expression term, Polynomial product, string proof, IReadOnlyList<Scalar> scalars)
    {
        switch (term)
        {
            case Expression.Binary { Operator: '+' or '-' } sum:
                var (left, right) = sum.Operator == '+' ? ("den_left", "den_right") : ("den_minuend", "den_subtrahend");
                return [.. Beside(sum.Left, sum.Right, left), .. Beside(sum.Right, sum.Left, right)];
            case Expression.Negate negated:
                return Of(negated.Inner, product, $"(den_inner {proof})", scalars);
            case Expression.Variable variable when IndexOf(variable.Name, scalars) is >= 0 and var index:
                return [new DenominatorBound(index, 1, product, $"(den_first {proof})")];
            case Expression.Binary { Operator: '^', Left: Expression.Variable variable, Right: Expression.Number { Value: var exponent } }
                when exponent > 0 && exponent <= MaxExponent && IndexOf(variable.Name, scalars) is >= 0 and var index:
                return [new DenominatorBound(index, (int)exponent, product, $"(den_base {proof})")];
            default:
                return [];
        }

        IEnumerable<DenominatorBound> Beside(Expression summand, Expression other, string lemma) =>
            Multiple(other, scalars) is var (factor, known) ? Of(summand, product * factor, $"({lemma} {proof} {known})", scalars) : [];
    }

    /// <summary>A product that a term's denominator divides, with the proof; null for terms with a division or a function.</summary>
    private static (Polynomial Product, string Proof)? Multiple(Expression term, IReadOnlyList<Scalar> scalars)
    {
        switch (term)
        {
            case Expression.Number number:
                return (Polynomial.One, $"(den_whole (rfl : ({number.Value} : Rat).den = 1))");
            case Expression.Cast { Inner: Expression.Variable { Name: var name } } when scalars.Any(s => s.Name == name && s.Kind != NumberKind.Rat):
                return (Polynomial.One, $"(den_whole (by first | exact Rat.den_intCast {name} | exact Rat.den_natCast {name}))");
            case Expression.Variable variable when IndexOf(variable.Name, scalars) is >= 0 and var index:
                return (Polynomial.Variable(index), $"(Nat.dvd_refl {variable.Name}.den)");
            case Expression.Negate negated when Multiple(negated.Inner, scalars) is var (product, proof):
                return (product, $"(den_negated {proof})");
            case Expression.Binary { Operator: '^', Right: Expression.Number { Value: var exponent } } power
                when exponent <= MaxExponent && Multiple(power.Left, scalars) is var (product, proof):
                return (product.Power((int)exponent), $"(den_power {exponent} {proof})");
            case Expression.Binary { Operator: '+' or '-' or '*' } both
                when Multiple(both.Left, scalars) is var (first, one) && Multiple(both.Right, scalars) is var (second, two):
                return (first * second, $"({(both.Operator == '+' ? "den_sum" : both.Operator == '-' ? "den_difference" : "den_product")} {one} {two})");
            default:
                return null;
        }
    }

    private static int IndexOf(string name, IReadOnlyList<Scalar> scalars)
    {
        for (var i = 0; i < scalars.Count; i++)
        {
            if (scalars[i].Name == name)
            {
                return scalars[i].Kind == NumberKind.Rat ? i : -1;
            }
        }

        return -1;
    }
}
