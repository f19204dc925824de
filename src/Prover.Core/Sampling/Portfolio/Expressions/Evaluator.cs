using System.Numerics;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Expressions;

/// <summary>Evaluates terms as Lean would in one kind of numbers; null where it can't or the numbers grow too large.</summary>
/// <param name="kind">Says what <c>-</c> and <c>/</c> mean: Nat cuts off at zero and rounds down, Int rounds as Euclid.</param>
/// <param name="variables">Values of the variables.</param>
/// <param name="apply">Values of functions.</param>
internal sealed class Evaluator(
    NumberKind kind, IReadOnlyDictionary<string, Rational> variables, Func<string, Rational, Rational?>? apply = null)
{
    private const int MaxBits = 20_000;
    private const int MaxExponent = 5_000;

    public Rational? Evaluate(Expression expression) => expression switch
    {
        Expression.Number number => number.Value,
        Expression.Variable variable => variables.TryGetValue(variable.Name, out var value) ? value : null,
        Expression.Apply application => Evaluate(application.Argument) is { } argument ? apply?.Invoke(application.Function, argument) : null,
        Expression.Negate negation => kind == NumberKind.Nat ? null : -Evaluate(negation.Inner),
        Expression.Cast cast => Evaluate(cast.Inner),
        Expression.Binary binary when Evaluate(binary.Left) is { } left && Evaluate(binary.Right) is { } right =>
            Checked(Combine(binary.Operator, left, right)),
        _ => null,
    };

    private static Rational? Checked(Rational? value) =>
        value is { } v && BigInteger.Max(BigInteger.Abs(v.Numerator), v.Denominator).GetBitLength() <= MaxBits ? v : null;

    private Rational? Combine(char operation, Rational left, Rational right) => operation switch
    {
        '+' => left + right,
        '-' when kind == NumberKind.Nat && left.Numerator < right.Numerator => 0,
        '-' => left - right,
        '*' => left * right,
        '/' when kind == NumberKind.Rat => left / right,
        '/' => right.IsZero ? 0 : (left - Remainder(left, right)) / right,
        '%' when kind != NumberKind.Rat => right.IsZero ? left : Remainder(left, right),
        '^' => Power(left, right),
        _ => null,
    };

    /// <summary>Euclid's: from 0 up to below |right|.</summary>
    private static Rational Remainder(Rational left, Rational right)
    {
        var remainder = BigInteger.Remainder(left.Numerator, right.Numerator);
        return remainder.Sign < 0 ? remainder + BigInteger.Abs(right.Numerator) : remainder;
    }

    private static Rational? Power(Rational left, Rational right)
    {
        if (!right.IsInteger || right.Numerator < 0 || right.Numerator > MaxExponent)
        {
            return null;
        }

        var exponent = (int)right.Numerator;
        var bits = BigInteger.Max(BigInteger.Abs(left.Numerator), left.Denominator).GetBitLength();
        return bits * exponent > 2 * MaxBits
            ? null
            : new Rational(BigInteger.Pow(left.Numerator, exponent), BigInteger.Pow(left.Denominator, exponent));
    }
}
