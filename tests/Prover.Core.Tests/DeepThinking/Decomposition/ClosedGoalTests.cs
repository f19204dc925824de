using Prover.Core.Statements;

namespace Prover.Core.Tests.DeepThinking.Decomposition;

public sealed class ClosedGoalTests
{
    [Fact]
    public void A_goal_is_closed_over_its_context_with_what_each_binder_gets()
    {
        var goal = ClosedGoal.Read("case succ\nf : Nat → Nat\na b : Nat\nn✝ : Nat\nh : ∀ (x : Nat),\n    f x = x\nk : Nat := n✝ + 1\n⊢ f (a + k) =\n    a + k")!;
        Assert.Equal("theorem x (f : Nat → Nat) (a b : Nat) (n_1 : Nat) (h : ∀ (x : Nat), f x = x) (k : Nat) (hk : k = n_1 + 1) : f (a + k) = a + k", goal.Theorem("x"));
        Assert.Equal(["f", "a", "b", "_", "h", "k", "rfl"], goal.Arguments);
    }

    [Fact]
    public void Instances_are_found_and_not_given()
    {
        var goal = ClosedGoal.Read("α : Type\ninst✝ : DecidableEq α\na : α\n⊢ a = a")!;
        Assert.Equal("theorem x (α : Type) [DecidableEq α] (a : α) : a = a", goal.Theorem("x"));
        Assert.Equal(["α", "a"], goal.Arguments);
    }
}
