using System.Numerics;
using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Elaboration;

/// <summary>Exact values of terms.</summary>
internal static class Arithmetic
{
    private const int LargestExponent = 20_000;

    /// <summary>The value of a term; null where it has none, is no whole number or is very large.</summary>
    /// <param name="term">The term.</param>
    /// <param name="variable">Values of variables.</param>
    public static BigInteger? Value(Term term, Func<string, BigInteger?> variable)
    {
        switch (term)
        {
            case Term.Number number:
                return number.Value;
            case Term.Variable v:
                return variable(v.Name);
            case Term.Negation n:
                return -Value(n.Of, variable);
            case Term.Absolute a:
                return Value(a.Of, variable) is { } inner ? BigInteger.Abs(inner) : null;
            case Term.Factorial f when Value(f.Of, variable) is { Sign: >= 0 } n && n <= 1000:
                return Enumerable.Range(1, (int)n).Aggregate(BigInteger.One, (product, i) => product * i);
            case Term.Series s when Value(s.From, variable) is { } low && Value(s.To, variable) is { } high && high - low < 10_000:
                BigInteger? sum = BigInteger.Zero;
                for (var i = low; i <= high && sum is not null; i++)
                {
                    var index = i;
                    sum += Value(s.Body, name => name == s.Index ? index : variable(name));
                }

                return sum;
            case Term.Binary { Operator: Operator.Remainder, Left: Term.Binary { Operator: Operator.Power } power } binary
                when Value(power.Left, variable) is { } root && Value(power.Right, variable) is { Sign: >= 0 } exponent && Value(binary.Right, variable) is { Sign: > 0 } modulus:
                var remainder = BigInteger.ModPow(root, exponent, modulus);
                return remainder.Sign < 0 ? remainder + modulus : remainder;
            case Term.Binary binary when Value(binary.Left, variable) is { } left && Value(binary.Right, variable) is { } right:
                return Binary(binary.Operator, left, right);
            default:
                return null;
        }
    }

    private static BigInteger? Binary(Operator op, BigInteger left, BigInteger right)
    {
        switch (op)
        {
            case Operator.Add:
                return left + right;
            case Operator.Subtract:
                return left - right;
            case Operator.Multiply:
                return left * right;
            case Operator.Divide:
                return !right.IsZero && (left % right).IsZero ? left / right : null;
            case Operator.Power:
                return right.Sign >= 0 && right <= LargestExponent && left.GetBitLength() < 64 ? BigInteger.Pow(left, (int)right) : null;
            case Operator.Remainder when right.Sign > 0:
                return ((left % right) + right) % right;
            case Operator.Gcd:
                return BigInteger.GreatestCommonDivisor(left, right);
            case Operator.Lcm:
                return left.IsZero || right.IsZero ? 0 : BigInteger.Abs(left / BigInteger.GreatestCommonDivisor(left, right) * right);
            default:
                return null;
        }
    }
}
