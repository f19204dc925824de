using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Tests.Sampling.Portfolio;

public class GoalReaderTests
{
    [Fact]
    public void Declarations_of_several_names_are_taken_apart()
    {
        var goal = GoalReader.Read("a b : Nat\nh : a ≤ b\n⊢ a ≤ b + 1");

        Assert.Equal([new("a", "Nat"), new("b", "Nat"), new("h", "a ≤ b")], goal.Context);
        Assert.Equal("a ≤ b + 1", goal.Conclusion);
    }

    [Fact]
    public void Indented_lines_continue_the_one_before()
    {
        var goal = GoalReader.Read("x : ℤ\nh : x = 1 ∨\n    x = 2\n⊢ x =\n  3");

        Assert.Equal(new Declaration("h", "x = 1 ∨ x = 2"), goal.Context[1]);
        Assert.Equal("x = 3", goal.Conclusion);
    }

    [Fact]
    public void Only_the_first_goal_is_read()
    {
        var goal = GoalReader.Read("case a\nn : Nat\n⊢ n = n\n\ncase b\nm : Nat\n⊢ m = 0");

        Assert.Equal("n", Assert.Single(goal.Context).Name);
        Assert.Equal("n = n", goal.Conclusion);
    }

    [Fact]
    public void Shadowed_names_get_new_ones_wherever_they_stand()
    {
        var goal = GoalReader.Read("a✝¹ a✝ : Nat\na : Nat\nh✝ : a✝ ≤ a✝¹\n⊢ a < a✝");

        Assert.Equal(["hx0", "hx1", "hx2"], goal.Renamed);
        Assert.Equal(new Declaration("hx2", "hx1 ≤ hx0"), goal.Context[^1]);
        Assert.Equal("a < hx1", goal.Conclusion);
    }

    [Theory]
    [InlineData("⊢ ∀ (a b : Nat), a ≤ b → ∀ {c : Int}, c = 0 → a ≤ b + 1", "a b hi2 c hi4", "a ≤ b + 1")]
    [InlineData("⊢ ∀ x ∈ [1, 2], x < 3", "x hi0", "x < 3")]
    [InlineData("⊢ p → q ↔ r", "", "p → q ↔ r")]
    [InlineData("⊢ ∃ x, p → q", "", "∃ x, p → q")]
    [InlineData("⊢ (p → q) → r", "hi0", "r")]
    [InlineData("n : Nat\n⊢ ∀ (n : Nat), n = n", "", "∀ (n : Nat), n = n")]
    [InlineData("hi0 : p\n⊢ q → r", "hi1", "r")]
    public void What_intro_would_move_is_moved(string text, string introduced, string conclusion)
    {
        var goal = GoalReader.Read(text);

        Assert.Equal(introduced, string.Join(' ', goal.Introduced));
        Assert.Equal(conclusion, goal.Conclusion);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no goals")]
    public void Without_a_goal_nothing_is_known(string? text) => Assert.False(GoalReader.Read(text).IsKnown);

    [Fact]
    public void A_very_long_goal_is_not_read() => Assert.False(GoalReader.Read("⊢ " + string.Concat(Enumerable.Repeat("(1 + ", 50_000))).IsKnown);
}
