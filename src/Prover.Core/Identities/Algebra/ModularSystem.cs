using System.Numerics;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Algebra;

/// <summary>Solves linear congruences exactly, modulo any number.</summary>
internal static class ModularSystem
{
    /// <summary>Integers x with Σ xⱼ·columnⱼ ≡ target modulo m, coefficient by coefficient; null when there are none. All coefficients must be
    /// integers.</summary>
    public static BigInteger[]? Solve(IReadOnlyList<Polynomial> columns, Polynomial target, BigInteger modulus)
    {
        var monomials = columns.Append(target).SelectMany(c => c.Monomials).Distinct().ToList();
        var rows = columns.Select((c, j) => new Row([.. monomials.Select(m => Mod(c[m].Numerator, modulus))], Unit(j, columns.Count))).ToList();
        var rest = new Row([.. monomials.Select(m => Mod(target[m].Numerator, modulus))], new BigInteger[columns.Count]);
        for (var at = 0; at < monomials.Count; at++)
        {
            var pivot = Pivot(rows, at, modulus);
            if (rest.Values[at].IsZero)
            {
                continue;
            }

            if (pivot is null)
            {
                return null;
            }

            var divisor = BigInteger.GreatestCommonDivisor(pivot.Values[at], modulus);
            if (!(rest.Values[at] % divisor).IsZero)
            {
                return null;
            }

            var small = modulus / divisor;
            var factor = Mod(rest.Values[at] / divisor * Inverse(pivot.Values[at] / divisor, small), small);
            rest = rest.Plus(pivot, -factor, modulus);
        }

        // What is left of the target is zero: it was minus the combination.
        return [.. rest.Combination.Select(c => Centred(-c, modulus))];
    }

    /// <summary>The remainder from 0 on.</summary>
    public static BigInteger Mod(BigInteger value, BigInteger modulus)
    {
        var remainder = BigInteger.Remainder(value, modulus);
        return remainder.Sign < 0 ? remainder + modulus : remainder;
    }

    /// <summary>The inverse modulo m of a number that is coprime to it.</summary>
    public static BigInteger Inverse(BigInteger value, BigInteger modulus)
    {
        var (a, b, x, y) = (Mod(value, modulus), modulus, BigInteger.One, BigInteger.Zero);
        while (!b.IsZero)
        {
            var quotient = a / b;
            (a, b, x, y) = (b, a - (quotient * b), y, x - (quotient * y));
        }

        return Mod(x, modulus);
    }

    /// <summary>Leaves one row with an entry in the column, by Euclid's algorithm between rows, and takes it out; what it says about later
    /// columns where its entry vanishes modulo m goes back to the rows.</summary>
    private static Row? Pivot(List<Row> rows, int at, BigInteger modulus)
    {
        while (true)
        {
            var with = rows.Where(r => !r.Values[at].IsZero).OrderBy(r => r.Values[at]).ToList();
            if (with.Count == 0)
            {
                return null;
            }

            var pivot = with[0];
            if (with.Count > 1)
            {
                foreach (var other in with.Skip(1))
                {
                    rows[rows.IndexOf(other)] = other.Plus(pivot, -(other.Values[at] / pivot.Values[at]), modulus);
                }

                continue;
            }

            rows.Remove(pivot);
            var divisor = BigInteger.GreatestCommonDivisor(pivot.Values[at], modulus);
            rows.Add(pivot.Plus(pivot, (modulus / divisor) - 1, modulus));
            return pivot;
        }
    }

    private static BigInteger Centred(BigInteger value, BigInteger modulus)
    {
        var remainder = Mod(value, modulus);
        return remainder * 2 > modulus ? remainder - modulus : remainder;
    }

    private static BigInteger[] Unit(int index, int count)
    {
        var unit = new BigInteger[count];
        unit[index] = BigInteger.One;
        return unit;
    }

    private sealed class Row(BigInteger[] values, BigInteger[] combination)
    {
        public BigInteger[] Values => values;

        public BigInteger[] Combination => combination;

        public Row Plus(Row other, BigInteger factor, BigInteger modulus) => new(
            [.. values.Zip(other.Values, (x, y) => Mod(x + (factor * y), modulus))],
            [.. combination.Zip(other.Combination, (x, y) => Mod(x + (factor * y), modulus))]);
    }
}
