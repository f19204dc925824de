using System.Numerics;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Evaluation;

/// <summary>Evaluates terms as Lean does: natural subtraction cuts off at zero, division rounds as Euclid and gives zero for the divisor
/// zero. Null where a variable has no value or the numbers grow too large.</summary>
internal static class TermEvaluator
{
    private const int MaxBits = 4_000;
    private const int MaxExponent = 2_000;
    private const int MaxSummands = 500;

    public static BigInteger? Evaluate(Term term, Valuation values)
    {
        switch (term)
        {
            case Term.Number number:
                return number.Value;
            case Term.Variable variable:
                return values[variable.Name];
            case Term.Negate negation:
                return -Evaluate(negation.Inner, values);
            case Term.Cast cast:
                return Evaluate(cast.Inner, values);
            case Term.Binary binary:
                return Evaluate(binary.Left, values) is { } left && Evaluate(binary.Right, values) is { } right
                    ? Checked(Combine(binary, left, right))
                    : null;
            case Term.Call call:
                var arguments = call.Arguments.Select(a => Evaluate(a, values)).ToArray();
                return Array.TrueForAll(arguments, a => a is not null) ? Checked(Apply(call.Function, arguments, values)) : null;
            case Term.RangeSum sum:
                return Evaluate(sum.Count, values) is { } count && count <= MaxSummands ? Sum(sum, count, values) : null;
            default:
                return null;
        }
    }

    /// <summary>Euclid's: from 0 up to below |right|; the left where the right is zero.</summary>
    public static BigInteger Remainder(BigInteger left, BigInteger right)
    {
        if (right.IsZero)
        {
            return left;
        }

        var remainder = BigInteger.Remainder(left, right);
        return remainder.Sign < 0 ? remainder + BigInteger.Abs(right) : remainder;
    }

    /// <summary>Euclid's; zero where the right is zero.</summary>
    public static BigInteger Quotient(BigInteger left, BigInteger right) => right.IsZero ? 0 : (left - Remainder(left, right)) / right;

    private static BigInteger? Checked(BigInteger? value) => value is { } v && v.GetBitLength() <= MaxBits ? v : null;

    private static BigInteger? Combine(Term.Binary operation, BigInteger left, BigInteger right) => operation.Operator switch
    {
        '+' => left + right,
        '-' => operation.Type == NumberType.Nat && left < right ? 0 : left - right,
        '*' => left * right,
        '/' => Quotient(left, right),
        '%' => Remainder(left, right),
        '^' when right.Sign >= 0 && right <= MaxExponent && left.GetBitLength() * (long)right <= 2 * MaxBits => BigInteger.Pow(left, (int)right),
        _ => null,
    };

    private static BigInteger? Apply(string function, BigInteger?[] arguments, Valuation values) => (function, arguments) switch
    {
        ("Nat.gcd" or "Int.gcd", [{ } a, { } b]) => BigInteger.GreatestCommonDivisor(a, b),
        ("Nat.lcm" or "Int.lcm", [{ } a, { } b]) => a.IsZero || b.IsZero ? 0 : BigInteger.Abs(a * b) / BigInteger.GreatestCommonDivisor(a, b),
        ("Int.natAbs", [{ } a]) => BigInteger.Abs(a),
        ("Int.toNat", [{ } a]) => BigInteger.Max(a, 0),
        (_, [{ } a]) => values.Apply(function, a),
        _ => null,
    };

    private static BigInteger? Sum(Term.RangeSum sum, BigInteger count, Valuation values)
    {
        var hidden = values[sum.Index];
        BigInteger? total = 0;
        for (BigInteger i = 0; i < count && total is not null; i++)
        {
            values[sum.Index] = i;
            total += Evaluate(sum.Body, values);
        }

        values[sum.Index] = hidden;
        return total;
    }
}
