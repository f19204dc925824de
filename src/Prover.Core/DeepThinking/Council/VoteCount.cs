namespace Prover.Core.DeepThinking.Council;

/// <summary>Counts votes, and scores them against Lean's word.</summary>
internal static class VoteCount
{
    /// <summary>The answers by their mean rank over the valid votes that placed them, as the LLM council does; equal ones by Borda points, then in the order in
    /// which they are given. An answer that nobody placed comes last.</summary>
    /// <remarks>Nobody ranks its own answer, so every answer gets its places from the others only, each in a field of the same size.</remarks>
    public static IReadOnlyList<RankedAnswer> Rank(IReadOnlyList<string> members, IReadOnlyList<CouncilVote> votes) =>
    [
        .. members.Select(m => Placed(m, votes)).OrderBy(r => r.MeanRank ?? double.PositiveInfinity).ThenByDescending(r => r.Borda),
    ];

    /// <summary>How far each member went together with Lean. Two answers are told apart where one stands, as a proof or as a sketch, and the other was
    /// turned down or refuted, or where one is proved and the other is not; where Lean is silent, nobody is right or wrong.</summary>
    public static IReadOnlyList<MemberReliability> Score(IReadOnlyList<CouncilAnswer> answers, IReadOnlyList<CouncilVote> votes)
    {
        var standing = answers.ToDictionary(a => a.Member, a => a.Standing, StringComparer.Ordinal);
        return [.. answers.Select(a => Scored(a, votes, standing))];
    }

    private static RankedAnswer Placed(string member, IReadOnlyList<CouncilVote> votes)
    {
        var places = votes.Where(v => v.Problem is null).Select(v => (Place: v.Order.ToList().IndexOf(member), v.Order.Count)).Where(p => p.Place >= 0).ToList();
        return new RankedAnswer(
            member, places.Count == 0 ? null : places.Average(p => p.Place + 1.0), places.Sum(p => p.Count - 1 - p.Place), places.Count);
    }

    private static MemberReliability Scored(CouncilAnswer answer, IReadOnlyList<CouncilVote> votes, Dictionary<string, LeanStanding> standing)
    {
        var (right, wrong) = (0, 0);
        foreach (var order in votes.Where(v => v.Voter == answer.Member && v.Problem is null).Select(v => v.Order))
        {
            for (var i = 0; i < order.Count; i++)
            {
                for (var k = i + 1; k < order.Count; k++)
                {
                    var difference = Difference(standing[order[i]], standing[order[k]]);
                    right += difference > 0 ? 1 : 0;
                    wrong += difference < 0 ? 1 : 0;
                }
            }
        }

        return new MemberReliability(answer.Member, answer.Standing, right, wrong, votes.Count(v => v.Voter == answer.Member && v.Problem is not null));
    }

    /// <summary>Positive when Lean puts the first above the second, negative when below, 0 when it tells nothing.</summary>
    private static int Difference(LeanStanding first, LeanStanding second)
    {
        static int Level(LeanStanding standing) => standing switch
        {
            LeanStanding.Proved => 3,
            LeanStanding.Sketch => 2,
            LeanStanding.Rejected or LeanStanding.Refuted => 1,
            _ => 0,
        };
        return Level(first) == 0 || Level(second) == 0 ? 0 : Level(first).CompareTo(Level(second));
    }
}
