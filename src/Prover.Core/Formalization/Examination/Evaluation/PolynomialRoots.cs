using System.Numerics;

namespace Prover.Core.Formalization.Examination.Evaluation;

/// <summary>All integer roots of a polynomial with integer coefficients, exactly: between the roots of the derivative it is monotone, so that each root is found by bisection.</summary>
internal static class PolynomialRoots
{
    private const int MaxDegree = 4;

    /// <summary>The integer roots of the polynomial through values at successive points; null where they are none of a polynomial of degree four at most, or those of
    /// zero.</summary>
    /// <param name="at">Its values; null where there is none.</param>
    /// <param name="from">The first point.</param>
    public static IReadOnlyList<BigInteger>? Through(Func<BigInteger, BigInteger?> at, BigInteger from)
    {
        var rows = new List<BigInteger>();
        for (var i = 0; i <= MaxDegree + 2; i++)
        {
            if (at(from + i) is not { } value)
            {
                return null;
            }

            rows.Add(value);
        }

        // Newton's forward differences; the last ones must vanish.
        var differences = new List<BigInteger>();
        for (var order = 0; order <= MaxDegree + 2; order++)
        {
            differences.Add(rows[0]);
            rows = [.. rows.Zip(rows.Skip(1), (a, b) => b - a)];
        }

        if (differences.Skip(MaxDegree + 1).Any(d => !d.IsZero) || differences.TrueForAll(d => d.IsZero))
        {
            return null;
        }

        return [.. Of(Coefficients(differences)).Select(root => root + from).Order()];
    }

    /// <summary>The integer roots.</summary>
    /// <param name="coefficients">Of 1, x, x², …; not all zero.</param>
    public static IReadOnlyList<BigInteger> Of(IReadOnlyList<BigInteger> coefficients)
    {
        var trimmed = coefficients.ToList();
        while (trimmed.Count > 1 && trimmed[^1].IsZero)
        {
            trimmed.RemoveAt(trimmed.Count - 1);
        }

        return trimmed.Count switch
        {
            1 => [],
            2 => (trimmed[0] % trimmed[1]).IsZero ? [-trimmed[0] / trimmed[1]] : [],
            _ => [.. Breaks(trimmed).SelectMany(b => new[] { b, b + 1 }).Distinct().Where(x => Value(trimmed, x).IsZero)],
        };
    }

    /// <summary>24 times the polynomial, from its differences up to the fourth.</summary>
    private static BigInteger[] Coefficients(List<BigInteger> d)
    {
        var (d0, d1, d2, d3, d4) = (d[0], d[1], d[2], d[3], d[4]);
        return
        [
            24 * d0,
            (24 * d1) - (12 * d2) + (8 * d3) - (6 * d4),
            (12 * d2) - (12 * d3) + (11 * d4),
            (4 * d3) - (6 * d4),
            d4,
        ];
    }

    /// <summary>Integers n with a real root in [n, n + 1], all of them.</summary>
    private static List<BigInteger> Breaks(List<BigInteger> polynomial)
    {
        if (polynomial.Count == 2)
        {
            return [Floor(-polynomial[0], polynomial[1])];
        }

        var derivative = polynomial.Select((c, i) => c * i).Skip(1).ToList();
        var bound = 2 + (polynomial.Take(polynomial.Count - 1).Max(c => BigInteger.Abs(c)) / BigInteger.Abs(polynomial[^1]));
        var points = Breaks(derivative).SelectMany(b => new[] { b, b + 1 }).Where(p => BigInteger.Abs(p) < bound).Append(-bound).Append(bound).Distinct().Order().ToList();
        var found = new List<BigInteger>();
        for (var i = 0; i + 1 < points.Count; i++)
        {
            var (low, high) = (points[i], points[i + 1]);
            var (atLow, atHigh) = (Value(polynomial, low).Sign, Value(polynomial, high).Sign);
            if (high - low <= 1)
            {
                // Not monotone there perhaps, but no integer lies between.
                found.Add(low);
            }
            else if (atLow * atHigh <= 0)
            {
                while (high - low > 1)
                {
                    var middle = (low + high) >> 1;
                    if (Value(polynomial, middle).Sign * atLow > 0 || (atLow == 0 && Value(polynomial, middle).IsZero))
                    {
                        low = middle;
                    }
                    else
                    {
                        high = middle;
                    }
                }

                found.Add(low);
                found.Add(points[i]);
                found.Add(points[i + 1]);
            }
        }

        return [.. found.Distinct()];
    }

    private static BigInteger Value(List<BigInteger> polynomial, BigInteger x)
    {
        var value = BigInteger.Zero;
        for (var i = polynomial.Count - 1; i >= 0; i--)
        {
            value = (value * x) + polynomial[i];
        }

        return value;
    }

    private static BigInteger Floor(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a, b, out var remainder);
        return remainder.Sign * b.Sign < 0 ? quotient - 1 : quotient;
    }
}
