using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sums;

/// <summary>Indefinite sums of hypergeometric terms: R. W. Gosper, "Decision procedure for indefinite hypergeometric summation", PNAS 75 (1978); the
/// steps as in Petkovšek, Wilf, Zeilberger, "A = B", chapter 5.</summary>
internal static class Gosper
{
    // Factors of terms that people write lie closer together; each distance costs one gcd.
    private const int MaxDispersion = 24;
    private const int MaxDegree = 16;

    /// <summary>For a term t with t (n + 1) / t n = ratio n, the rational function y such that T = y · t has T (n + 1) − T n = t n; null where no such
    /// function was found.</summary>
    public static RationalFunction? Antidifference(RationalFunction ratio)
    {
        if (ratio.IsZero)
        {
            return null;
        }

        // ratio = a / b · c (n + 1) / c n, no factor of a being one of b further on.
        var (a, b, c) = (ratio.Numerator, ratio.Denominator, Polynomial.One);
        for (var distance = 0; distance <= MaxDispersion; distance++)
        {
            var common = Univariate.Gcd(a, Univariate.Shift(b, distance));
            if (common.Degree > 0)
            {
                a = Univariate.Divide(a, common).Quotient;
                b = Univariate.Divide(b, Univariate.Shift(common, -distance)).Quotient;
                for (var i = 1; i <= distance; i++)
                {
                    c *= Univariate.Shift(common, -i);
                }
            }
        }

        // a n · x (n + 1) − b (n − 1) · x n = c n, for a polynomial x.
        var before = Univariate.Shift(b, -1);
        var columns = Enumerable.Range(0, Math.Max(0, Degree(a, before, c) + 1))
            .Select(power => (a * Univariate.Shift(Univariate.Power(power), 1)) - (before * Univariate.Power(power))).ToList();
        if (columns.Count == 0 || LinearSystem.Solve(columns, c) is not { } solution)
        {
            return null;
        }

        var x = solution.Select((value, power) => value * Univariate.Power(power)).Aggregate(Polynomial.Zero, (sum, term) => sum + term);
        var y = RationalFunction.Of(before * x, c);
        return ((y.Shift(1) * ratio) - y - RationalFunction.One).IsZero ? y : null;
    }

    /// <summary>The greatest degree that x can have; −1 where there is no such polynomial.</summary>
    private static int Degree(Polynomial a, Polynomial b, Polynomial c)
    {
        var top = Math.Max(a.Degree, b.Degree);
        if (a.Degree != b.Degree || !Univariate.Leading(a).Equals(Univariate.Leading(b)))
        {
            return Math.Min(c.Degree - top, MaxDegree);
        }

        // The leading terms cancel; they may cancel once more at one degree.
        var usual = c.Degree - top + 1;
        var special = top == 0 ? 0 : (Univariate.Coefficient(b, top - 1) - Univariate.Coefficient(a, top - 1)) / Univariate.Leading(a);
        return Math.Min(special.IsInteger && special.Numerator > usual ? (int)System.Numerics.BigInteger.Min(special.Numerator, MaxDegree) : usual, MaxDegree);
    }
}
