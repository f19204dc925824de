using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Refutation.Values;

/// <summary>Numbers at which statements that are nearly true tend to fail: those of number theory, and those made from the statement's own.</summary>
internal static class StructuredValues
{
    private static readonly Lazy<IReadOnlyList<BigInteger>> Known = new(() => [.. Named().Concat(Powers()).Concat(Grown()).Distinct().Order()]);

    /// <summary>The numbers, smallest first, none negative.</summary>
    public static IReadOnlyList<BigInteger> Of(Telescope statement) => [.. Own(statement).Concat(Known.Value).Where(v => v.Sign >= 0).Distinct().Order()];

    /// <summary>What is made from the statement's numerals: neighbours, multiples, products, powers, solutions of Pell's equations, common roots modulo primes.</summary>
    public static IReadOnlyList<BigInteger> Own(Telescope statement)
    {
        var numerals = Numerals.In(statement).Select(n => BigInteger.Abs(n)).Where(n => n.GetBitLength() < 200).Distinct().Order().ToList();
        var pairs = numerals.SelectMany(a => numerals.Select(b => (a, b))).Where(p => p.a <= p.b).ToList();
        var near = numerals.Concat(pairs.Select(p => p.a * p.b)).Concat(pairs.Select(p => p.a + p.b)).Concat(pairs.Select(p => p.b - p.a))
            .Concat(numerals.SelectMany(n => new[] { n * n, n * n * n, 2 * n, n / 2, n / 3 }))
            .SelectMany(n => new[] { n, n + 1, n - 1 });
        var coefficients = numerals.Concat(pairs.Select(p => p.a * p.b)).Where(n => n > 1 && n < 10_000).Distinct().Take(12).Select(n => (int)n);
        var pell = coefficients.SelectMany(d => PellSolutions.Of(d, 4)).SelectMany(s => new[] { s.X, s.Y });
        var all = Product(numerals.Where(n => n > 1));
        return [.. near.Concat(pell).Concat(CommonRoots.Of(statement)).Append(all).Append(all + 1).Append(all - 1).Where(v => v.Sign >= 0).Distinct().Order()];
    }

    /// <summary>The primes below a limit.</summary>
    public static IEnumerable<int> Primes(int below) => Enumerable.Range(2, Math.Max(below - 2, 0)).Where(n => Enumerable.Range(2, Math.Max((int)Math.Sqrt(n) - 1, 0)).All(d => n % d != 0));

    /// <summary>Carmichael numbers, pseudoprimes to the bases 2 and 3, perfect numbers.</summary>
    private static IEnumerable<BigInteger> Named() =>
    [
        561, 1105, 1729, 2465, 2821, 6601, 8911, 10585, 15841, 29341, 41041, 46657, 52633, 62745, 63973, 75361,
        341, 645, 1387, 1905, 2047, 2701, 3277, 4033, 4369, 4681, 5461, 91, 121, 286, 671, 703, 949,
        6, 28, 496, 8128, 33550336, 220, 284, 1093, 3511,
    ];

    /// <summary>Powers with their neighbours: of small primes, of ten; squares, cubes; numbers of Mersenne and Fermat.</summary>
    private static IEnumerable<BigInteger> Powers()
    {
        foreach (var (b, most) in new[] { (2, 80), (3, 50), (5, 30), (6, 12), (7, 20), (10, 30), (11, 10), (13, 8) })
        {
            for (var e = 1; e <= most; e++)
            {
                var power = BigInteger.Pow(b, e);
                yield return power - 1;
                yield return power;
                yield return power + 1;
            }
        }

        for (var n = 11; n <= 60; n++)
        {
            yield return n * n;
            yield return (n * n) - 1;
            yield return (n * n) + 1;
            yield return n * n * n;
        }

        yield return BigInteger.Pow(2, 32) + 1;
        yield return BigInteger.Pow(2, 64) + 1;
    }

    /// <summary>Primes and their products, factorials, primorials, least common multiples, numbers of Fibonacci and Lucas, triangular numbers, repunits.</summary>
    private static IEnumerable<BigInteger> Grown()
    {
        var primes = Primes(1_000).ToList();
        foreach (var p in primes)
        {
            yield return p;
            yield return p * p;
        }

        foreach (var (p, q) in primes.Take(12).SelectMany(p => primes.Take(12).Select(q => (p, q))))
        {
            yield return p * q;
        }

        var (factorial, primorial, multiple, a, b, repunit) = (BigInteger.One, BigInteger.One, BigInteger.One, BigInteger.Zero, BigInteger.One, BigInteger.Zero);
        for (var n = 1; n <= 40; n++)
        {
            factorial *= n;
            primorial *= primes[n - 1];
            multiple = multiple * n / BigInteger.GreatestCommonDivisor(multiple, n);
            (a, b) = (b, a + b);
            repunit = (10 * repunit) + 1;
            foreach (var value in n <= 25 ? new[] { factorial, primorial, primorial + 1, multiple, a, (2 * b) - a, n * (n + 1) / 2, repunit } : [a])
            {
                yield return value;
            }
        }
    }

    private static BigInteger Product(IEnumerable<BigInteger> numbers) => numbers.Take(10).Aggregate(BigInteger.One, (product, n) => product * n);
}
