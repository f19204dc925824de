using System.Numerics;
using Fractions;

namespace Prover.Core.Sampling.Portfolio.Expressions;

/// <summary>An exact rational in lowest terms; as in Lean, what is divided by zero is zero.</summary>
internal readonly record struct Rational
{
    private readonly Fraction _value;

    public Rational(BigInteger numerator, BigInteger denominator)
        : this(denominator.IsZero ? Fraction.Zero : new Fraction(numerator, denominator))
    {
    }

    private Rational(Fraction value) => _value = value;

    public BigInteger Numerator => _value.Numerator;

    public BigInteger Denominator => _value.Denominator;

    public bool IsInteger => Denominator.IsOne;

    public bool IsZero => _value.IsZero;

    public Rational Inverse => IsZero ? this : new(_value.Reciprocal());

    public static implicit operator Rational(BigInteger value) => new(value);

    public static implicit operator Rational(int value) => new((Fraction)value);

    public static Rational operator +(Rational a, Rational b) => new(a._value + b._value);

    public static Rational operator -(Rational a) => new(-a._value);

    public static Rational operator -(Rational a, Rational b) => new(a._value - b._value);

    public static Rational operator *(Rational a, Rational b) => new(a._value * b._value);

    public static Rational operator /(Rational a, Rational b) => a * b.Inverse;

    /// <summary>As Lean reads it: <c>5</c>, <c>103 / 26250</c>.</summary>
    public override string ToString() => IsInteger ? $"{Numerator}" : $"{Numerator} / {Denominator}";
}
