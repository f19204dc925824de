using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Tests.Sampling.Portfolio;

public class GoalFeaturesTests
{
    [Fact]
    public void The_context_is_sorted_by_what_its_members_are()
    {
        var goal = Goals.Features("n : ℕ\nx : Rat\nf : ℕ → ℚ\np : Prop\nα : Type\na : α\nxs : List Nat\nh : n = 2\nhp : p\n⊢ xs = []");

        Assert.Equal([new("n", NumberKind.Nat), new("x", NumberKind.Rat)], goal.Scalars);
        Assert.Equal(["f"], goal.Functions.Select(f => f.Name));
        Assert.Equal(["p", "α", "a", "xs"], goal.Data.Select(d => d.Name));
        Assert.Equal(["h", "hp"], goal.Hypotheses.Select(h => h.Name));
    }

    [Fact]
    public void Numerals_grow_and_leave_out_subscripts() =>
        Assert.Equal([2, 7, 450], Goals.Features("x₁ : ℕ\nh₀ : x₁ * 7 = 450\n⊢ x₁ ≤ 2 ∨ x₁ = 7").Numerals.Select(n => (int)n));

    [Theory]
    [InlineData("2 ^ n", "n", true)]
    [InlineData("2 ^ (3 * n + 1)", "n", true)]
    [InlineData("n ^ 2 + n", "n", false)]
    [InlineData("2 ^ n₁", "n", false)]
    public void Exponents_are_seen(string text, string name, bool expected) => Assert.Equal(expected, LeanNames.InExponent(text, name));

    [Theory]
    [InlineData("a + ab", "ab", true)]
    [InlineData("a + abc", "ab", false)]
    [InlineData("h₁ h", "h", true)]
    [InlineData("x.h", "h", false)]
    [InlineData("a.b*", "b*", false)]
    public void Names_are_whole_words(string text, string name, bool expected) => Assert.Equal(expected, LeanNames.Mentions(text, name));

    [Fact]
    public void Definitions_count_where_they_occur() =>
        Assert.Equal(["double", "T.mirror"], Goals.Features("n : Nat\n⊢ double n = t.mirror.size", "double", "triple", "T.mirror", "T.mir").Definitions);
}
