using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Refutation.Values;

/// <summary>Where two polynomials that are claimed to have no common divisor have one: a prime that divides both divides their resultant, so the roots
/// modulo the resultant's primes are all there is to look at. The smallest can be large: 1435390 for n⁵ − 5 and (n + 1)⁵ − 5.</summary>
internal static class CommonRoots
{
    private const int MaxDegree = 12;
    private const int MaxPrime = 4_000_000;

    /// <summary>For each pair of polynomials in one variable below a greatest common divisor, the smallest common root modulo each prime of their resultant.</summary>
    public static IReadOnlyList<BigInteger> Of(Telescope statement) =>
    [
        .. statement.Hypotheses.Append(statement.Conclusion).SelectMany(p => p.All).SelectMany(p => p.Terms).SelectMany(All).OfType<Term.Call>()
            .Where(c => c is { Function: "Nat.gcd" or "Int.gcd", Arguments: [_, _] } && Names.In(c).Count == 1)
            .SelectMany(c => Coefficients(c.Arguments[0]) is { } a && Coefficients(c.Arguments[1]) is { } b ? Of(a, b) : []).Distinct().Order()
    ];

    /// <summary>The same for coefficients, the constant first.</summary>
    public static IEnumerable<BigInteger> Of(IReadOnlyList<BigInteger> a, IReadOnlyList<BigInteger> b)
    {
        if (a.Count < 2 || b.Count < 2)
        {
            yield break;
        }

        foreach (var p in Primes(BigInteger.Abs(Resultant(a, b))))
        {
            var (left, right) = (Reduced(a, p), Reduced(b, p));
            for (var n = 0L; n < p; n++)
            {
                if (At(left, n, p) == 0 && At(right, n, p) == 0)
                {
                    yield return n;
                    yield return n + p;
                    break;
                }
            }
        }
    }

    private static IEnumerable<Term> All(Term term) => term.Parts.SelectMany(All).Prepend(term);

    /// <summary>The coefficients, the constant first; null for what is no polynomial of moderate degree.</summary>
    private static BigInteger[]? Coefficients(Term term) =>
        Read(term) is { } value ? [.. Enumerable.Range(0, value.Degree + 1).Select(e => value[Monomial.Of(0, e)].Numerator)] : null;

    /// <summary>Subtraction is that of integers: what is proposed is evaluated anyway.</summary>
    private static Polynomial? Read(Term term)
    {
        var value = term switch
        {
            Term.Number number => Polynomial.Constant(number.Value),
            Term.Variable => Polynomial.Variable(0),
            Term.Cast cast => Read(cast.Inner),
            Term.Negate negate => Read(negate.Inner) is { } inner ? -inner : null,
            Term.Binary { Operator: '+' } sum => Read(sum.Left) is { } a && Read(sum.Right) is { } b ? a + b : null,
            Term.Binary { Operator: '-' } difference => Read(difference.Left) is { } a && Read(difference.Right) is { } b ? a - b : null,
            Term.Binary { Operator: '*' } product => Read(product.Left) is { } a && Read(product.Right) is { } b ? a * b : null,
            Term.Binary { Operator: '^', Right: Term.Number { Value: var exponent } } power when exponent <= MaxDegree =>
                Read(power.Left) is { } a && a.Degree * (int)exponent <= MaxDegree ? a.Power((int)exponent) : null,
            _ => null,
        };
        return value is { Degree: <= MaxDegree } ? value : null;
    }

    /// <summary>The determinant of Sylvester's matrix, by Bareiss' elimination without fractions.</summary>
    private static BigInteger Resultant(IReadOnlyList<BigInteger> a, IReadOnlyList<BigInteger> b)
    {
        var (m, n) = (a.Count - 1, b.Count - 1);
        var rows = Enumerable.Range(0, m + n).Select(r => Enumerable.Range(0, m + n).Select(c =>
        {
            var (source, shift) = r < n ? (a, r) : (b, r - n);
            var power = source.Count - 1 - (c - shift);
            return power >= 0 && power < source.Count ? source[power] : BigInteger.Zero;
        }).ToArray()).ToArray();
        var (sign, last) = (1, BigInteger.One);
        for (var k = 0; k < rows.Length - 1; k++)
        {
            var pivot = Array.FindIndex(rows, k, r => !r[k].IsZero);
            if (pivot < 0)
            {
                return 0;
            }

            if (pivot != k)
            {
                (rows[k], rows[pivot], sign) = (rows[pivot], rows[k], -sign);
            }

            for (var i = k + 1; i < rows.Length; i++)
            {
                for (var j = k + 1; j < rows.Length; j++)
                {
                    rows[i][j] = ((rows[i][j] * rows[k][k]) - (rows[i][k] * rows[k][j])) / last;
                }
            }

            last = rows[k][k];
        }

        return sign * rows[^1][^1];
    }

    /// <summary>The primes of a number up to a limit.</summary>
    private static IEnumerable<long> Primes(BigInteger number)
    {
        if (number.IsZero)
        {
            yield break;
        }

        for (long p = 2; p <= MaxPrime && number > 1; p++)
        {
            // What is left has no smaller divisor: below the square it is prime itself.
            if (number < p * p && number <= MaxPrime)
            {
                yield return (long)number;
                yield break;
            }

            if ((number % p).IsZero)
            {
                yield return p;
                while ((number % p).IsZero)
                {
                    number /= p;
                }
            }
        }
    }

    private static long[] Reduced(IReadOnlyList<BigInteger> coefficients, long p) => [.. coefficients.Select(c => (long)TermEvaluator.Remainder(c, p))];

    private static long At(long[] coefficients, long n, long p)
    {
        var value = 0L;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            value = ((value * n) + coefficients[i]) % p;
        }

        return value;
    }
}
