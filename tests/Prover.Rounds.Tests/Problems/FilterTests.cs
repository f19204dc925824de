using Prover.Rounds.Problems.Filters;

namespace Prover.Rounds.Tests.Problems;

public sealed class FilterTests
{
    private const string Right = "theorem a (n : Nat) (h : 2 ≤ n) : n < n^2";

    private const string Renamed = "theorem b (k : Nat) (hk : k ≥ 2) : k^2 > k";

    private const string Wrong = "theorem c (n : Nat) (h : 2 < n) : n < n^2";

    private const string Other = "theorem d (n : Int) (h : 2 ≤ n) : n < n^2";

    [Fact]
    public void The_majority_is_kept_and_the_others_are_told_why_not()
    {
        var decisions = MajorityFilter.Decide([Right, Wrong, Renamed]);
        Assert.Equal([true, false, true], decisions.Select(d => d.IsKept));
        Assert.Equal([Right, Wrong, Renamed], decisions.Select(d => d.Statement));
        Assert.Equal("2 of 3 formalizations say this, more than anything else.", decisions[0].Reason);
        Assert.Equal("1 of 3 formalizations say this; 2 say something else.", decisions[1].Reason);
    }

    [Fact]
    public void A_tie_and_a_group_of_one_keep_nothing()
    {
        var tied = MajorityFilter.Decide([Right, Renamed, Wrong, Wrong]);
        Assert.All(tied, d => Assert.Equal((false, "2 of 4 formalizations say this, and as many say something else."), (d.IsKept, d.Reason)));
        Assert.All(MajorityFilter.Decide([Right, Wrong, Other]), d => Assert.Equal((false, "No two of the 3 formalizations agree."), (d.IsKept, d.Reason)));
        Assert.False(Assert.Single(MajorityFilter.Decide([Right])).IsKept);
        Assert.Empty(MajorityFilter.Decide([]));
    }

    [Fact]
    public void Short_and_long_statements_are_left_out()
    {
        var filter = new LengthFilter(8, 20);
        Assert.Equal((false, "It has 5 tokens, fewer than 8."), Decided("theorem a : 1 ."));
        Assert.True(filter.Decide("theorem a (n : Nat) : n = n").IsKept);
        Assert.Equal((false, "It has 25 tokens, more than 20."), Decided($"theorem a (n : Nat) : {string.Join(" + ", Enumerable.Repeat("n", 8))} = n"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LengthFilter(5, 4));

        (bool, string) Decided(string statement) => (filter.Decide(statement).IsKept, filter.Decide(statement).Reason);
    }
}
