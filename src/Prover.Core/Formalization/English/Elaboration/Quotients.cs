using System.Numerics;
using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Elaboration;

/// <summary>Clears exact quotients: <c>S = n(n+1)/2</c> becomes <c>2 * S = n(n+1)</c>.</summary>
internal static class Quotients
{
    private static readonly BigInteger Largest = BigInteger.Pow(10, 30);

    /// <summary>The comparison without quotients.</summary>
    /// <exception cref="UnsaidException">A divisor is not a positive number.</exception>
    public static Formula.Compare Clear(Formula.Compare compare)
    {
        if (!Build.Parts(compare.Left).Concat(Build.Parts(compare.Right)).Any(t => t is Term.Binary { Operator: Operator.Divide }))
        {
            return compare;
        }

        var ((left, under), (right, below)) = (Split(compare.Left), Split(compare.Right));
        var common = under / BigInteger.GreatestCommonDivisor(under, below) * below;
        return compare with { Left = Times(left, common / under), Right = Times(right, common / below) };
    }

    private static Term Times(Term term, BigInteger factor) => factor.IsOne ? term : Build.Multiply(new Term.Number(factor), term);

    private static (Term Above, BigInteger Below) Split(Term term)
    {
        switch (term)
        {
            case Term.Binary { Operator: Operator.Divide } quotient:
                var (above, below) = Split(quotient.Left);
                var (by, under) = Split(quotient.Right);
                return by is Term.Number { Value.Sign: > 0 } number
                    ? (Times(above, under), Checked(below * number.Value))
                    : throw new UnsaidException("a quotient whose divisor is not a positive number cannot be written without its side condition");
            case Term.Binary { Operator: Operator.Add or Operator.Subtract } sum:
                var (left, right) = (Split(sum.Left), Split(sum.Right));
                var common = Checked(left.Below / BigInteger.GreatestCommonDivisor(left.Below, right.Below) * right.Below);
                return (sum with { Left = Times(left.Above, common / left.Below), Right = Times(right.Above, common / right.Below) }, common);
            case Term.Binary { Operator: Operator.Multiply } product:
                var (first, second) = (Split(product.Left), Split(product.Right));
                return (product with { Left = first.Above, Right = second.Above }, Checked(first.Below * second.Below));
            case Term.Binary { Operator: Operator.Power, Right: Term.Number { Value: var exponent } } power when exponent < 100:
                var root = Split(power.Left);
                return (power with { Left = root.Above }, Checked(BigInteger.Pow(root.Below, (int)exponent)));
            case Term.Negation negation:
                var inner = Split(negation.Of);
                return (new Term.Negation(inner.Above), inner.Below);
            default:
                return (term, BigInteger.One); // A quotient further inside is refused where it is written.
        }
    }

    private static BigInteger Checked(BigInteger value) => value > Largest ? throw new UnsaidException("the denominators are too large") : value;
}
