using Prover.Core.Identities;
using Prover.Core.Identities.Lifting;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Tests.Sampling.Portfolio;

namespace Prover.Core.Tests.Identities.Lifting;

public class LiftedPowerTests
{
    [Theory]
    [InlineData("6 ^ 5 ^ k", 1, "k")]
    [InlineData("2 ^ (3 * 7 ^ k)", 3, "k")]
    [InlineData("n ^ 2 ^ (k + 3)", 8, "k")]
    [InlineData("n ^ (4 * 5 ^ (1 + k))", 20, "k")]
    [InlineData("(a + m) ^ p ^ k", 1, "k")]
    [InlineData("a ^ (p ^ k * 3)", 3, "k")]
    public void An_exponent_that_grows_is_read_with_what_stays(string text, int multiplier, string growing)
    {
        var power = LiftedPower.Read(ExpressionParser.Parse(text)!);
        Assert.Equal((multiplier, growing), (power?.Multiplier, power?.Growing));
    }

    [Theory]
    [InlineData("6 ^ k")]
    [InlineData("6 ^ (5 * k)")]
    [InlineData("6 ^ 5 ^ (2 * k)")]
    [InlineData("6 ^ p ^ (k + 1)")]
    [InlineData("6 ^ 2 ^ (k + 40)")]
    [InlineData("6 + 5 ^ k")]
    public void Other_terms_are_not(string text) => Assert.Null(LiftedPower.Read(ExpressionParser.Parse(text)!));

    [Theory]
    [InlineData("k : Nat\n⊢ 5 ^ (k + 2) ∣ 6 ^ 5 ^ k - 1")]
    [InlineData("k : Nat\n⊢ 2 ^ (k + 1) ∣ 3 ^ 2 ^ k + 1")]
    [InlineData("n k : Nat\n⊢ ↑n ^ (k + 2) ∣ (↑n + 1) ^ n ^ k - 1")]
    [InlineData("n : Int\nk : Nat\n⊢ 2 ^ (k + 3) ∣ n ^ 2 ^ (k + 1) - 1")]
    [InlineData("m : Int\np k : Nat\n⊢ m ^ (k + 1) ∣ (m + 1) ^ p ^ k - 1")]
    public void What_does_not_hold_at_the_start_or_has_another_base_is_not_lifted(string goal) =>
        Assert.DoesNotContain(
            IdentityEngine.Certify(Goals.Problem(goal), TestContext.Current.CancellationToken), c => c.Summary.Contains("lifts it by one", StringComparison.Ordinal));
}
