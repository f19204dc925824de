using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sums;

/// <summary>A quotient of polynomials in one variable (number 0) over the rational numbers, in lowest terms, the denominator's leading coefficient one.</summary>
internal sealed class RationalFunction
{
    private RationalFunction(Polynomial numerator, Polynomial denominator) => (Numerator, Denominator) = (numerator, denominator);

    public static RationalFunction Zero { get; } = Constant(0);

    public static RationalFunction One { get; } = Constant(1);

    /// <summary>The variable itself.</summary>
    public static RationalFunction Variable { get; } = Of(Polynomial.Variable(0), Polynomial.One);

    public Polynomial Numerator { get; }

    public Polynomial Denominator { get; }

    public bool IsZero => Numerator.IsZero;

    public static RationalFunction Constant(Rational value) => Of(Polynomial.Constant(value), Polynomial.One);

    /// <summary>The quotient in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static RationalFunction Of(Polynomial numerator, Polynomial denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        var common = Univariate.Gcd(numerator, denominator);
        var (top, bottom) = (Univariate.Divide(numerator, common).Quotient, Univariate.Divide(denominator, common).Quotient);
        var unit = Univariate.Leading(bottom).Inverse;
        return new RationalFunction(unit * top, unit * bottom);
    }

    public static RationalFunction operator +(RationalFunction a, RationalFunction b) =>
        Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static RationalFunction operator -(RationalFunction a) => new(-a.Numerator, a.Denominator);

    public static RationalFunction operator -(RationalFunction a, RationalFunction b) => a + -b;

    public static RationalFunction operator *(RationalFunction a, RationalFunction b) => Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static RationalFunction operator /(RationalFunction a, RationalFunction b) => Of(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>The function of the variable plus a number.</summary>
    public RationalFunction Shift(int by) => new(Univariate.Shift(Numerator, by), Univariate.Shift(Denominator, by));

    /// <summary>The value; null at a pole.</summary>
    public Rational? At(Rational value) =>
        Univariate.At(Denominator, value) is { IsZero: false } bottom ? Univariate.At(Numerator, value) / bottom : null;
}
