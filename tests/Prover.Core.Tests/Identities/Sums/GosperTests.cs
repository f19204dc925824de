using Prover.Core.Identities.Sums;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Tests.Identities.Sums;

public class GosperTests
{
    [Theory]
    [InlineData("n + 1", "n", "n - 1", "2")] // n
    [InlineData("n^2 + 2*n + 1", "n^2", "2*n^2 - 3*n + 1", "6*n")] // n^2: (n - 1) n (2n - 1) / 6
    [InlineData("n", "n + 2", "-(n + 1)", "1")] // 1 / (n (n + 1)): −1 / n
    [InlineData("(n + 1)^2", "n", "1", "n")] // n · n!: n!
    [InlineData("2*(n + 1)", "n", "n - 2", "n")] // n · 2^n: (n − 2) 2^n
    [InlineData("2*n + 1", "2*n + 2", "2*n", "1")] // C(2n, n) / 4^n: 2n times itself
    [InlineData("(n^2 + 2*n + 2)*(n + 1)", "n^2 + 1", "n - 1", "n^2 + 1")] // (n^2 + 1) n!: (n − 1) n!
    public void An_antidifference_is_found(string ratioAbove, string ratioBelow, string above, string below)
    {
        var found = Gosper.Antidifference(Fraction(ratioAbove, ratioBelow));

        Assert.NotNull(found);

        // Up to what a constant sum adds.
        var difference = found - Fraction(above, below);
        Assert.True(((difference.Shift(1) * Fraction(ratioAbove, ratioBelow)) - difference).IsZero);
    }

    [Theory]
    [InlineData("n", "n + 1")] // 1 / n
    [InlineData("1", "n + 1")] // 1 / n!
    [InlineData("n + 1", "1")] // n!
    [InlineData("n^2", "n^2 + 2*n + 1")] // 1 / n^2
    [InlineData("2*n", "n + 1")] // 2^n / n
    public void What_has_no_closed_form_has_none_here(string above, string below) => Assert.Null(Gosper.Antidifference(Fraction(above, below)));

    private static RationalFunction Fraction(string above, string below) => RationalFunction.Of(Polynomial.Parse(above, ["n"])!, Polynomial.Parse(below, ["n"])!);
}
