using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sums;

/// <summary>Arithmetic of polynomials in the one variable number 0 over the rational numbers.</summary>
internal static class Univariate
{
    /// <summary>The coefficient of a power.</summary>
    public static Rational Coefficient(Polynomial polynomial, int power) => polynomial[Monomial.Of(0, power)];

    /// <summary>The leading coefficient; 0 of zero.</summary>
    public static Rational Leading(Polynomial polynomial) => Coefficient(polynomial, polynomial.Degree);

    /// <summary>A power of the variable.</summary>
    public static Polynomial Power(int exponent) => Polynomial.Of(Monomial.Of(0, exponent), 1);

    /// <summary>Quotient and remainder.</summary>
    public static (Polynomial Quotient, Polynomial Remainder) Divide(Polynomial dividend, Polynomial divisor)
    {
        var (quotient, rest) = (Polynomial.Zero, dividend);
        while (!rest.IsZero && rest.Degree >= divisor.Degree)
        {
            var term = (Leading(rest) / Leading(divisor)) * Power(rest.Degree - divisor.Degree);
            quotient += term;
            rest -= term * divisor;
        }

        return (quotient, rest);
    }

    /// <summary>The greatest common divisor with leading coefficient one; one for zero and zero.</summary>
    public static Polynomial Gcd(Polynomial a, Polynomial b)
    {
        while (!b.IsZero)
        {
            (a, b) = (b, Divide(a, b).Remainder);
        }

        return a.IsZero ? Polynomial.One : Leading(a).Inverse * a;
    }

    /// <summary>The polynomial of the variable plus a number.</summary>
    public static Polynomial Shift(Polynomial polynomial, int by) =>
        by == 0 ? polynomial : polynomial.Substitute(_ => Polynomial.Variable(0) + Polynomial.Constant(by));

    /// <summary>The value.</summary>
    public static Rational At(Polynomial polynomial, Rational value)
    {
        Rational result = 0;
        for (var power = polynomial.Degree; power >= 0; power--)
        {
            result = (result * value) + Coefficient(polynomial, power);
        }

        return result;
    }
}
