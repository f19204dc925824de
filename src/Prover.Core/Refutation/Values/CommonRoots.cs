using System.Numerics;
using Prover.Core.Formalization.Examination.Reading;

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

    /// <summary>Null for what is no polynomial of moderate degree. Subtraction is that of integers: what is proposed is evaluated anyway.</summary>
    private static List<BigInteger>? Coefficients(Term term) => term switch
    {
        Term.Number number => [number.Value],
        Term.Variable => [0, 1],
        Term.Cast cast => Coefficients(cast.Inner),
        Term.Negate negate => Coefficients(negate.Inner) is { } a ? Sum([], a, -1) : null,
        Term.Binary { Operator: '+' or '-' } sum => Coefficients(sum.Left) is { } a && Coefficients(sum.Right) is { } b ? Sum(a, b, sum.Operator == '+' ? 1 : -1) : null,
        Term.Binary { Operator: '*' } product => Coefficients(product.Left) is { } a && Coefficients(product.Right) is { } b ? Product(a, b) : null,
        Term.Binary { Operator: '^', Right: Term.Number { Value: var exponent } } power when exponent <= MaxDegree => Coefficients(power.Left) is { } a
            ? Enumerable.Range(0, (int)exponent).Aggregate((List<BigInteger>?)[1], (value, _) => value is null ? null : Product(value, a))
            : null,
        _ => null,
    };

    private static List<BigInteger> Sum(List<BigInteger> a, List<BigInteger> b, int sign) => Trimmed(
        [.. Enumerable.Range(0, Math.Max(a.Count, b.Count)).Select(i => (i < a.Count ? a[i] : 0) + (i < b.Count ? sign * b[i] : 0))]);

    private static List<BigInteger>? Product(List<BigInteger> a, List<BigInteger> b)
    {
        if (a.Count + b.Count > MaxDegree + 2)
        {
            return null;
        }

        var product = new BigInteger[Math.Max(a.Count + b.Count - 1, 0)];
        for (var i = 0; i < a.Count; i++)
        {
            for (var k = 0; k < b.Count; k++)
            {
                product[i + k] += a[i] * b[k];
            }
        }

        return Trimmed([.. product]);
    }

    private static List<BigInteger> Trimmed(List<BigInteger> value)
    {
        while (value is [.., var last] && last.IsZero)
        {
            value.RemoveAt(value.Count - 1);
        }

        return value;
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

    private static long[] Reduced(IReadOnlyList<BigInteger> coefficients, long p) => [.. coefficients.Select(c => (long)(((c % p) + p) % p))];

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
