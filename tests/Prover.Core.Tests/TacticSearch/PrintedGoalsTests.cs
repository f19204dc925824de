using Prover.Core.TacticSearch.Goals;

namespace Prover.Core.Tests.TacticSearch;

public sealed class PrintedGoalsTests
{
    [Fact]
    public void Goals_come_in_order_without_the_names_of_their_cases()
    {
        const string message = "unsolved goals\ncase zero\nm : Nat\n⊢ 0 + m = m\n\ncase succ\nm n✝ : Nat\na✝ : n✝ + m = m + n✝\n⊢ n✝ + 1 + m =\n    m + (n✝ + 1)";

        Assert.True(PrintedGoals.IsIn(message));
        Assert.Equal(["m : Nat\n⊢ 0 + m = m", "m n✝ : Nat\na✝ : n✝ + m = m + n✝\n⊢ n✝ + 1 + m =\n    m + (n✝ + 1)"], PrintedGoals.Read(message));
    }

    [Fact]
    public void Goals_that_share_a_metavariable_are_not_taken_apart()
    {
        Assert.Null(PrintedGoals.Read("unsolved goals\n⊢ 0 < ?x\n\n⊢ ?x < 5"));
        Assert.NotNull(PrintedGoals.Read("unsolved goals\n⊢ 0 < ?x"));
    }

    [Theory]
    [InlineData("unsolved goals")]
    [InlineData("unsolved goals\nwhatever this is")]
    public void What_holds_no_goal_is_none(string message) => Assert.Null(PrintedGoals.Read(message));

    [Fact]
    public void Other_errors_are_no_goals() => Assert.False(PrintedGoals.IsIn("omega could not prove the goal"));
}
