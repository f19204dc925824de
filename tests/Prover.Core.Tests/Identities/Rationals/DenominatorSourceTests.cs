namespace Prover.Core.Tests.Identities.Rationals;

public class DenominatorSourceTests
{
    [Theory]
    [InlineData("x y : Rat\nh : (x ^ 2 + y ^ 2).den = 1\n⊢ x.den = y.den", "x.den ^ 2 divides y.den ^ 2; y.den ^ 2 divides x.den ^ 2")]
    [InlineData("x y : ℚ\nh : (x ^ 3 - y ^ 3).den = 1\n⊢ y.den = x.den", "y.den ^ 3 divides x.den ^ 3; x.den ^ 3 divides y.den ^ 3")]
    [InlineData("x y : Rat\nh : (x + y).den = 1\n⊢ x.den ∣ y.den", "x.den ^ 1 divides y.den")]
    [InlineData("x y : Rat\nh : (3 - x + 2 * y).den = 1\n⊢ x.den ∣ y.den", "x.den ^ 1 divides y.den")]
    [InlineData("x y : Rat\nh : (x ^ 3 - y ^ 2).den = 1\n⊢ x.den ∣ y.den", "x.den ^ 3 divides y.den ^ 2")]
    [InlineData("n : Int\nx y : Rat\nh : y ^ 2 = x ^ 3 + ↑n\n⊢ y.den ^ 2 = x.den ^ 3", "y.den ^ 2 divides x.den ^ 3; x.den ^ 3 divides y.den ^ 2")]
    [InlineData("x y : Rat\nh : ∃ n, x ^ 2 + y ^ 2 = ↑n\n⊢ x.den = y.den", "x.den ^ 2 divides y.den ^ 2; y.den ^ 2 divides x.den ^ 2")]
    [InlineData("x y z : Rat\nh : (x - y ^ 2 * z).den = 1\n⊢ x.den ∣ y.den ^ 3 * z.den", "x.den ^ 1 divides y.den ^ 2 * z.den")]
    public void A_whole_sum_ties_denominators_together(string goal, string summary) =>
        Assert.Equal(summary, Assert.Single(Engine.Certify("denominators", goal)).Summary);

    [Theory]
    [InlineData("x y : Rat\nh : (x ^ 2 + y ^ 3).den = 1\n⊢ x.den = y.den")]
    [InlineData("x y : Rat\nh : (x ^ 3 - y ^ 2).den = 1\n⊢ y.den ∣ x.den")]
    [InlineData("x y : Rat\nh : (2 * x + y).den = 1\n⊢ x.den ∣ y.den")]
    public void What_does_not_follow_has_no_certificate(string goal) => Assert.Empty(Engine.Certify("denominators", goal));

    [Theory]
    [InlineData("x y z : Rat\nh : (x ^ 2 + z ^ 2).den = 1\n⊢ x.den = y.den")]
    [InlineData("x y : Rat\nh : (x ^ 2 + y ^ 2).den = 2\n⊢ x.den = y.den")]
    [InlineData("x y : Rat\nh : (x / y + y).den = 1\n⊢ x.den = y.den")]
    [InlineData("x y : Rat\nh : (x ^ 2 + y ^ 2).den = 1\n⊢ x.num = y.num")]
    [InlineData("x y : Rat\nh : (x ^ 2 + y ^ 2).den = 1\n⊢ x.den = y.den + 1")]
    [InlineData("x y : Rat\nh : (x + y).den = 1\n⊢ (x ^ 2 + y ^ 2).den = x.den")]
    public void Other_shapes_are_given_up(string goal) => Assert.Empty(Engine.Certify("denominators", goal));

    [Fact]
    public void Numbers_of_other_kinds_have_no_denominator_in_the_proof()
    {
        var certificate = Assert.Single(Engine.Certify("denominators", "n : Int\nx y : Rat\nh : x + y = ↑n\n⊢ x.den = y.den"));

        Assert.DoesNotContain("n.den", certificate.Candidate.Proof, StringComparison.Ordinal);
        Assert.Contains("Rat.den_intCast n", certificate.Candidate.Proof, StringComparison.Ordinal);
    }
}
