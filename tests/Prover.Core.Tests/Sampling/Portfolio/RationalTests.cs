using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Tests.Sampling.Portfolio;

public class RationalTests
{
    [Fact]
    public void Rationals_are_in_lowest_terms_with_the_sign_above()
    {
        var value = new Rational(6, -4);

        Assert.Equal((-3, 2), ((int)value.Numerator, (int)value.Denominator));
        Assert.Equal(new Rational(-9, 6), value);
        Assert.Equal(new Rational(-9, 6).GetHashCode(), value.GetHashCode());
        Assert.Equal(("-3 / 2", "7"), (value.ToString(), ((Rational)7).ToString()));
    }

    [Fact]
    public void What_is_divided_by_zero_is_zero_as_in_Lean()
    {
        Rational zero = 0;

        Assert.Equal(zero, new Rational(5, 0));
        Assert.Equal(zero, zero.Inverse);
        Assert.Equal(zero, (Rational)5 / zero);
        Assert.Equal(zero, default);
        Assert.Equal(1, default(Rational).Denominator);
    }

    [Fact]
    public void Arithmetic_is_exact()
    {
        var sum = Enumerable.Range(1, 60).Select(k => new Rational(1, k)).Aggregate((Rational)0, (a, b) => a + b);
        var back = Enumerable.Range(1, 59).Aggregate(sum, (a, k) => a - new Rational(1, k));

        Assert.Equal(new Rational(1, 60), back);
        Assert.Equal((Rational)1, back / new Rational(1, 60));
        Assert.False(sum.IsInteger);
    }
}
