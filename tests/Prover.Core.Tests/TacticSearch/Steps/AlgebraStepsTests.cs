using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.TacticSearch.Steps;
using Prover.Core.TacticSearch.Steps.Algebra;

namespace Prover.Core.Tests.TacticSearch.Steps;

/// <summary>What is proposed where; that Lean accepts it is shown with real Lean in the tests of the search.</summary>
public class AlgebraStepsTests
{
    [Fact]
    public void A_quadratic_inequality_gets_the_squares_that_add_up_to_it()
    {
        var idea = Assert.Single(Ideas(new SumOfSquaresSteps(), "x y : Int\n⊢ 12 * x * y ≤ 4 * x ^ 2 + 9 * y ^ 2 + 1"));

        Assert.Contains("hsqInt (2 * x + (-3) * y)", idea.Tactic, StringComparison.Ordinal);
        Assert.True(idea.MustClose);
    }

    [Theory]
    [InlineData("x y : Int\n⊢ 12 * x * y ≤ 4 * x ^ 2 + 8 * y ^ 2")]
    [InlineData("x y : Nat\n⊢ 2 * x * y ≤ x ^ 2 + y ^ 2")]
    [InlineData("x y : Int\n⊢ 2 * x * y = x ^ 2 + y ^ 2")]
    [InlineData("x : Int\ny : Rat\n⊢ 0 ≤ y ^ 2")]
    public void Other_claims_get_none(string goal) => Assert.Empty(Ideas(new SumOfSquaresSteps(), goal));

    [Fact]
    public void A_recurrence_gets_an_induction_over_as_many_neighbours_as_it_looks_back()
    {
        const string goal = "a : Nat → Int\nh0 : a 0 = 5\nh1 : a 1 = -12\nh2 : ∀ (n : Nat), a (n + 2) = 16 * a n\nn : Nat\n⊢ a n = 4 ^ n + 4 * (-4) ^ n";

        var idea = Assert.Single(Ideas(new RecurrenceSteps(), goal));

        Assert.Contains("(a k = 4 ^ k + 4 * (-4) ^ k) ∧ (a (k + 1) = 4 ^ (k + 1) + 4 * (-4) ^ (k + 1))", idea.Tactic, StringComparison.Ordinal);
        Assert.Contains("have hstep := h2 k", idea.Tactic, StringComparison.Ordinal);
    }

    [Fact]
    public void What_else_is_assumed_of_the_number_keeps_the_induction_away() =>
        Assert.Empty(Ideas(new RecurrenceSteps(), "a : Nat → Nat\nh2 : ∀ (n : Nat), a (n + 2) = a (n + 1) + a n\nn : Nat\nhn : 3 ≤ n\n⊢ a n ≤ 2 ^ n"));

    [Theory]
    [InlineData("⊢ ∃ x y, 19 * x + 11 * y = 9", 19, 11, 9)]
    [InlineData("⊢ ∃ x y, 6 * x - 15 * y = 21", 6, -15, 21)]
    [InlineData("⊢ ∃ x y, 7 * x + 5 * y = 31", 7, 5, 31)]
    [InlineData("⊢ ∃ x y, 4 * x + 6 * y = -2", 4, 6, -2)]
    public void A_linear_equation_gets_a_solution(string goal, int a, int b, int c)
    {
        var tactic = Assert.Single(Ideas(new SolutionSteps(), goal)).Tactic;
        var numbers = tactic["exact ⟨".Length..].Split(',')[..2].Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(c, (a * numbers[0]) + (b * numbers[1]));
        Assert.InRange(numbers[0], 0, Math.Abs(b));
    }

    [Fact]
    public void An_equation_without_solutions_gets_none() => Assert.Empty(Ideas(new SolutionSteps(), "⊢ ∃ x y, 6 * x + 15 * y = 4"));

    [Fact]
    public void Roots_that_the_goal_lists_become_factors()
    {
        var idea = Assert.Single(Ideas(new RootSteps(), "x y : Int\nh₁ : 2 * x + 2 * y = 4\nh₂ : x * y = -3\n⊢ x = 3 ∧ y = -1 ∨ x = -1 ∧ y = 3").Take(1));

        Assert.Contains("(x - (3)) * (x - (-1)) = 0", idea.Tactic, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_grows_is_compared_at_any_two_numbers()
    {
        var idea = Assert.Single(Ideas(new GrowthSteps(), "f : Nat → Nat\nh : ∀ (n : Nat), f n + 12 ≤ f (n + 1)\na b : Nat\nhab : f a = f b\n⊢ a = b"));

        Assert.Contains("∀ m k : Nat, f m + k ≤ f (m + k)", idea.Tactic, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_values_are_gone_through_one_after_the_other_by_linear_arithmetic()
    {
        string Goal(int high) => $"m x : Int\nh₁ : 10 ≤ m ∧ m ≤ {high}\nh : 6 * x % m = 1\n⊢ m = 43";

        Assert.Contains("rcases hs 99 hl with hv | hl", Assert.Single(Ideas(new IntervalSteps(), Goal(99))).Tactic, StringComparison.Ordinal);
        Assert.Empty(Ideas(new IntervalSteps(), Goal(20)));
        Assert.Empty(Ideas(new IntervalSteps(), Goal(999)));
        Assert.Contains(Ideas(new CaseSteps(), Goal(20)), i => i.Tactic.Contains("m = 10 ∨ m = 11", StringComparison.Ordinal));
    }

    private static IEnumerable<TacticIdea> Ideas(ITacticSource source, string goal) => source.For(new GoalFeatures(GoalReader.Read(goal)));
}
