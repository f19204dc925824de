using Prover.Core.TacticSearch.Graph;

namespace Prover.Core.Tests.TacticSearch;

public sealed class ScriptWriterTests
{
    [Fact]
    public void A_trial_leaves_out_everything_beside_its_goal()
    {
        var root = Goal("a b : Nat\n⊢ a = b ∧ b = a");
        var split = Step(root, "constructor", "a b : Nat\n⊢ a = b", "a b : Nat\n⊢ b = a");
        split.Settle();
        var inner = Step(split.Left[1], "symm", "a b : Nat\n⊢ a = b");
        inner.Settle();

        Assert.Equal("· omega", ScriptWriter.Trial(root, "omega"));
        Assert.Equal("constructor\nrotate_left 1\n· omega\nall_goals sorry", ScriptWriter.Trial(split.Left[1], "omega"));
        Assert.Equal("constructor\nrotate_left 1\n· symm\n  · omega\nall_goals sorry", ScriptWriter.Trial(inner.Left[0], "omega"));
    }

    [Fact]
    public void A_proof_has_a_bullet_for_each_of_several_goals_and_goes_on_in_line_with_one()
    {
        var root = Goal("a b : Nat\n⊢ a = b ∧ b = a");
        var split = Step(root, "constructor", "a b : Nat\n⊢ a = b", "a b : Nat\n⊢ b = a");
        split.Settle();
        var inner = Step(split.Left[1], "symm", "a b : Nat\n⊢ a = b");
        inner.Settle();
        Assert.False(root.IsProved);
        Step(inner.Left[0], "first\n| omega\n| simp").Settle();
        Assert.True(split.Left[1].IsProved);
        Assert.False(root.IsProved);
        Step(split.Left[0], "omega").Settle();

        Assert.True(root.IsProved);
        Assert.False(split.Left[0].IsWanted);
        Assert.Equal("constructor\n· omega\n· symm\n  first\n  | omega\n  | simp", ScriptWriter.Proof(root));
        Assert.Equal(["constructor", "omega", "symm", "first\n| omega\n| simp"], ScriptWriter.Steps(root).Select(s => s.Tactic));
        Assert.Equal([2, 0, 1, 0], ScriptWriter.Steps(root).Select(s => s.GoalsLeft));
    }

    [Fact]
    public void Names_that_a_script_can_not_say_are_given_ones_that_are_free()
    {
        var goal = Goal("hx0 n✝ : Nat\na✝ : n✝ = hx0\n⊢ ∀ (m : Nat), m = n✝");

        Assert.Equal("· rename_i hx1 hx2\n  intro m\n  omega", ScriptWriter.Trial(goal, goal.Opening + "omega"));
    }

    [Fact]
    public void A_goal_that_comes_back_is_seen()
    {
        var root = Goal("a : Nat\n⊢ a = 1");
        var again = Step(root, "have h := rfl", "b : Nat\n⊢ b = 1");

        Assert.True(again.Left[0].RepeatsAnAncestor);
        Assert.False(root.RepeatsAnAncestor);
    }

    private static GoalNode Goal(string text) => new(text, null, 0, [], []);

    private static StepNode Step(GoalNode goal, string tactic, params string[] left) => new(goal, tactic, "test", 1, left, [], []);
}
