using System.Numerics;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sums;

/// <summary>A polynomial as a product of a number, primitive factors with integer coefficients, and what has no small rational root.</summary>
/// <param name="Content">The number.</param>
/// <param name="Parts">The factors with their exponents, each with a positive leading coefficient.</param>
internal sealed record Factors(Rational Content, IReadOnlyList<(Polynomial Factor, int Exponent)> Parts)
{
    // Denominators of sums that people write have roots like −1, −3/2, −7.
    private const int MaxRoot = 60;
    private const int MaxLeading = 6;

    /// <summary>Takes a polynomial apart.</summary>
    public static Factors Of(Polynomial polynomial)
    {
        var parts = new List<(Polynomial, int)>();
        var rest = polynomial;
        for (var leading = 1; leading <= MaxLeading && rest.Degree > 0; leading++)
        {
            for (var constant = -MaxRoot; constant <= MaxRoot && rest.Degree > 0; constant++)
            {
                if (BigInteger.GreatestCommonDivisor(leading, constant).IsOne)
                {
                    var factor = ((Rational)leading * Polynomial.Variable(0)) + Polynomial.Constant(constant);
                    var exponent = 0;
                    while (rest.Degree > 0 && Univariate.Divide(rest, factor) is var (quotient, remainder) && remainder.IsZero)
                    {
                        (rest, exponent) = (quotient, exponent + 1);
                    }

                    if (exponent > 0)
                    {
                        parts.Add((factor, exponent));
                    }
                }
            }
        }

        if (rest.Degree == 0)
        {
            return new Factors(Univariate.Leading(rest), parts);
        }

        // Integer coefficients without a common divisor, the leading one positive.
        Polynomial whole = (Rational)rest.Denominator * rest;
        var common = whole.Content * Univariate.Leading(whole).Numerator.Sign;
        parts.Add((new Rational(1, common) * whole, 1));
        return new Factors(new Rational(common, rest.Denominator), parts);
    }
}
