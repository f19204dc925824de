using System.Numerics;
using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Elaboration;

/// <summary>Brings sums to the form <c>f 0 + f 1 + … + f (count - 1)</c>.</summary>
internal static class Sums
{
    /// <summary>How many summands there are, and what the one with this index is.</summary>
    /// <exception cref="UnsaidException">The bounds are no natural numbers for sure.</exception>
    public static (Term Count, Term Body) FromZero(Term.Series sum)
    {
        if (sum.From is not Term.Number { Value: var low } || low > 100)
        {
            throw new UnsaidException("a sum is read only where it begins at a number");
        }

        var count = sum.To switch
        {
            _ when low.IsOne => sum.To,
            Term.Binary { Operator: Operator.Subtract, Right: Term.Number { Value.IsOne: true } } below when low.IsZero => below.Left,
            Term.Number to when to.Value >= low => new Term.Number(to.Value - low + 1),
            _ when low.IsZero => Build.Plus(sum.To, 1),
            _ => throw new UnsaidException("a sum that does not begin at 0 or 1 is not read"),
        };
        return (count, Move(sum.Body, sum.Index, low));
    }

    /// <summary>Puts <c>index + low</c> in the place of the index; <c>2(k + 1) - 1</c> becomes <c>2k + 1</c>.</summary>
    private static Term Move(Term term, string index, BigInteger low) => term switch
    {
        Term.Binary { Operator: Operator.Subtract, Right: Term.Number { Value: var less } } difference when Factor(difference.Left, index) is { } factor && (factor * low) >= less =>
            Build.Plus(factor.IsOne ? new Term.Variable(index) : Build.Multiply(new Term.Number(factor), new Term.Variable(index)), (int)((factor * low) - less)),
        Term.Variable v when v.Name == index => Build.Plus(v, (int)low),
        Term.Binary b => b with { Left = Move(b.Left, index, low), Right = Move(b.Right, index, low) },
        Term.Negation n => new Term.Negation(Move(n.Of, index, low)),
        Term.Factorial f => new Term.Factorial(Move(f.Of, index, low)),
        Term.Absolute a => new Term.Absolute(Move(a.Of, index, low)),
        Term.Series => throw new UnsaidException("a sum in a sum is not read"),
        _ => term,
    };

    private static BigInteger? Factor(Term term, string index) => term switch
    {
        Term.Variable v when v.Name == index => BigInteger.One,
        Term.Binary { Operator: Operator.Multiply, Left: Term.Number n, Right: Term.Variable v } when v.Name == index && n.Value < 1000 => n.Value,
        _ => null,
    };
}
