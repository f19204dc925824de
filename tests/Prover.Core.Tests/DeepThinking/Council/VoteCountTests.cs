using CsCheck;
using Prover.Core.DeepThinking.Council;

namespace Prover.Core.Tests.DeepThinking.Council;

public sealed class VoteCountTests
{
    private static readonly Dictionary<string, string> NoLabels = [];

    [Fact]
    public void Answers_are_ordered_by_their_mean_rank()
    {
        var ranking = VoteCount.Rank(["x", "y", "z"], [Vote("x", "z", "y"), Vote("y", "z", "x"), Vote("z", "y", "x")]);
        Assert.Equal(["z", "y", "x"], ranking.Select(r => r.Member));
        Assert.Equal([1.0, 1.5, 2.0], ranking.Select(r => r.MeanRank!.Value));
        Assert.Equal([2, 1, 0], ranking.Select(r => r.Borda));
    }

    [Fact]
    public void Invalid_votes_count_as_invalid_and_place_nobody()
    {
        var spoilt = Vote("x") with { Problem = "It ranks nothing." };
        var ranking = VoteCount.Rank(["x", "y"], [spoilt, Vote("y", "x")]);
        Assert.Equal(["x", "y"], ranking.Select(r => r.Member));
        Assert.Null(ranking[1].MeanRank);
        var scored = VoteCount.Score([Answer("x", LeanStanding.Sketch), Answer("y", LeanStanding.Rejected)], [spoilt]);
        Assert.Equal([1, 0], scored.Select(s => s.InvalidVotes));
    }

    [Fact]
    public void Votes_are_right_where_they_go_with_Lean()
    {
        CouncilAnswer[] answers = [Answer("x", LeanStanding.Rejected), Answer("y", LeanStanding.Refuted), Answer("z", LeanStanding.Proved), Answer("u", LeanStanding.Unknown)];
        var scored = VoteCount.Score(answers, [Vote("x", "z", "y", "u"), Vote("y", "x", "z", "u"), Vote("z", "u", "x", "y"), Vote("u", "x", "y", "z")]);
        Assert.Equal([(1, 0), (0, 1), (0, 0), (0, 2)], scored.Select(s => (s.PairsRight, s.PairsWrong)));
        Assert.Equal([1.0, 0.0, null, 0.0], scored.Select(s => s.Agreement));
    }

    [Fact]
    public void Labels_tell_neither_whose_an_answer_is_nor_show_anybody_its_own() => Gen.Select(Gen.Int, Gen.Int[3, 8]).Sample((seed, n) =>
    {
        var members = Enumerable.Range(0, n).Select(i => $"m{i}").ToArray();
        foreach (var voter in members)
        {
            var labels = CouncilMember.Labels(seed, voter, members);
            Assert.Equal(members.Where(m => m != voter), labels.Select(l => l.Member).Order(StringComparer.Ordinal));
            Assert.Equal(n - 1, labels.Select(l => l.Label).Distinct().Count());
            Assert.Equal(labels, CouncilMember.Labels(seed, voter, [.. members.Reverse()]));
        }
    });

    [Fact]
    public void Over_seeds_every_answer_gets_every_label() =>
        Assert.Equal(3, Enumerable.Range(0, 60).Select(seed => CouncilMember.Labels(seed, "v", ["x", "y", "z"]).First(l => l.Member == "x").Label).Distinct().Count());

    private static CouncilVote Vote(string voter, params string[] order) => new(voter, NoLabels, order, string.Empty);

    private static CouncilAnswer Answer(string member, LeanStanding standing) => new(member, "m", "text", standing, string.Empty);
}
