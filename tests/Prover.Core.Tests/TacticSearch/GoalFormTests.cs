using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.TacticSearch.Goals;

namespace Prover.Core.Tests.TacticSearch;

public sealed class GoalFormTests
{
    [Fact]
    public void Names_and_the_order_of_hypotheses_make_no_other_goal()
    {
        var one = Form("a b : Nat\nh₁ : a < b\nh₂ : b ≤ 7\n⊢ a < 7");
        var other = Form("x y : Nat\nu : y ≤ 7\nv : x < y\n⊢ x < 7");

        Assert.Equal(one.Key, other.Key);
    }

    [Theory]
    [InlineData("a b : Nat\nh : b < a\n⊢ a < 7")]
    [InlineData("a b : Int\nh : a < b\n⊢ a < 7")]
    [InlineData("a b : Nat\nh : a < b\n⊢ b < 7")]
    [InlineData("a b : Nat\n⊢ a < 7")]
    [InlineData("a b : Nat\nh : a < b\nk : a < b + 1\n⊢ a < 7")]
    public void What_says_something_else_is_another_goal(string goal) => Assert.NotEqual(Form("a b : Nat\nh : a < b\n⊢ a < 7").Key, Form(goal).Key);

    [Fact]
    public void A_script_is_put_into_the_other_goals_names()
    {
        var from = Form("a b : Nat\nh : a < b\nk : b ≤ 7\n⊢ a < 7");
        var to = Form("x y : Nat\nu : y ≤ 7\nv : x < y\n⊢ x < 7");

        Assert.Equal("exact Nat.lt_of_lt_of_le v u; have a' := x.h", to.Translate("exact Nat.lt_of_lt_of_le h k; have a' := a.h", from));
    }

    private static GoalForm Form(string goal) => GoalForm.Of(new GoalFeatures(GoalReader.Read(goal)));
}
