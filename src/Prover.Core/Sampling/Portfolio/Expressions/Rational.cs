using System.Numerics;

namespace Prover.Core.Sampling.Portfolio.Expressions;

/// <summary>An exact rational in lowest terms; as in Lean, what is divided by zero is zero.</summary>
internal readonly record struct Rational
{
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * (denominator.Sign < 0 ? -1 : 1);
        Numerator = denominator.IsZero ? 0 : numerator / divisor;
        Denominator = denominator.IsZero ? 1 : denominator / divisor;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public bool IsInteger => Denominator.IsOne;

    public bool IsZero => Numerator.IsZero;

    public Rational Inverse => new(Denominator, Numerator);

    public static implicit operator Rational(BigInteger value) => new(value, 1);

    public static implicit operator Rational(int value) => new(value, 1);

    public static Rational operator +(Rational a, Rational b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => a * b.Inverse;

    /// <summary>As Lean reads it: <c>5</c>, <c>103 / 26250</c>.</summary>
    public override string ToString() => IsInteger ? $"{Numerator}" : $"{Numerator} / {Denominator}";
}
