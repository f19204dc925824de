namespace Prover.Core.Tests.Identities.Sums;

public class TelescopingSourceTests
{
    private const string Reciprocals = "S : Nat → Rat\ns0 : S 0 = 0\ns1 : ∀ (n : Nat), S (n + 1) = S n + 1 / ((↑n + 1) * (↑n + 2))\nn : Nat\n";
    private const string Factorials = "S f : Nat → Nat\ns0 : S 0 = 0\ns1 : ∀ (n : Nat), S (n + 1) = S n + n * f n\nf0 : f 0 = 1\nf1 : ∀ (n : Nat), f (n + 1) = (n + 1) * f n\nn : Nat\n";

    [Theory]
    [InlineData(Reciprocals + "⊢ S n < 1", "S n = (n) / ((n + 1))")]
    [InlineData(Reciprocals + "⊢ S n ≤ 1", "S n = (n) / ((n + 1))")]
    [InlineData(Reciprocals + "⊢ 1 > S n", "S n = (n) / ((n + 1))")]
    [InlineData(Reciprocals + "⊢ 0 ≤ S n", "S n = (n) / ((n + 1))")]
    [InlineData(Reciprocals + "h : 0 < n\n⊢ 1 / 2 ≤ S n", "S n = (n) / ((n + 1))")]
    [InlineData(Factorials + "⊢ S n < f n", "S n = (-1) + ((f (n) : Nat) : Rat)")]
    [InlineData("S : Nat → Rat\ns0 : S 0 = 5\ns1 : ∀ (n : Nat), S (n + 1) = S n + ↑n / 2 ^ n\nn : Nat\n⊢ S n < 7", "S n = (7) + (-2 * n - 2) / ((2 : Rat) ^ n)")]
    public void The_closed_form_of_a_sum_is_found(string goal, string summary) => Assert.Equal(summary, Assert.Single(Engine.Certify("telescoping", goal)).Summary);

    [Theory]
    [InlineData(Reciprocals + "⊢ 1 / 2 ≤ S n")]
    [InlineData(Reciprocals + "⊢ S n < 1 / 2")]
    [InlineData(Reciprocals + "h : 0 < n\n⊢ 1 / 2 < S n")]
    [InlineData(Reciprocals + "⊢ S n = 1")]
    [InlineData(Factorials + "⊢ f n ≤ S n")]
    public void What_is_false_has_no_certificate(string goal) => Assert.Empty(Engine.Certify("telescoping", goal));

    [Theory]
    [InlineData("S : Nat → Rat\ns0 : S 0 = 0\ns1 : ∀ (n : Nat), S (n + 1) = S n + 1 / (↑n + 1)\nn : Nat\n⊢ S n ≤ ↑n")] // No closed form.
    [InlineData("S : Nat → Rat\ns0 : S 0 = 0\ns1 : ∀ (n : Nat), S (n + 1) = 2 * S n + ↑n\nn : Nat\n⊢ 0 ≤ S n")] // No sum.
    [InlineData("S : Nat → Rat\ns0 : S 0 = 0\ns1 : ∀ (n : Nat), S (n + 1) = S n + ↑(n - 1)\nn : Nat\n⊢ 0 ≤ S n")] // Subtraction among natural numbers.
    [InlineData("S : Nat → Nat\ns0 : S 0 = 0\ns1 : ∀ (n : Nat), S (n + 1) = S n + n / 2\nn : Nat\n⊢ S n ≤ n * n")] // Division among natural numbers.
    [InlineData("S : Nat → Rat\ns0 : S 0 = 0\ns1 : ∀ (n : Nat), S (n + 1) = S n + 1 / ((↑n - 3) * (↑n - 2))\nn : Nat\n⊢ S n < 1")] // A pole.
    [InlineData("f : Nat → Nat\nf0 : f 0 = 1\nf1 : ∀ (n : Nat), f (n + 1) = (n + 1) * f n\nn : Nat\n⊢ 0 < f n")] // Nothing to sum.
    public void Other_shapes_are_given_up(string goal) => Assert.Empty(Engine.Certify("telescoping", goal));

    [Fact]
    public void A_sum_of_sums_is_closed_from_within()
    {
        var certificate = Assert.Single(Engine.Certify(
            "telescoping",
            "S T : Nat → Rat\ns0 : S 0 = 0\ns1 : ∀ (n : Nat), S (n + 1) = S n + (↑n + 1)\nt0 : T 0 = 0\nt1 : ∀ (n : Nat), T (n + 1) = T n + 1 / (S n + ↑n + 1)\nn : Nat\n⊢ T n < 2"));

        Assert.Equal("S n = (n ^ 2 + n) / (2); T n = (2 * n) / ((n + 1))", certificate.Summary);
    }
}
