using Prover.Core.DeepThinking.Journal;

namespace Prover.Core.DeepThinking.Council;

/// <summary>Reads a council off a journal.</summary>
internal static class CouncilHistory
{
    /// <summary>The council, stage by stage; null where it did not meet.</summary>
    public static CouncilReport? Of(IReadOnlyList<JournalRecord> records)
    {
        // The last word on each counts; places are those of the first.
        var answers = records.OfType<JournalRecord.Weighed>().Select(w => w.Answer).ToList();
        var members = answers.Where(a => !a.IsChair).Select(a => a.Member).Distinct().Select(m => answers.Last(a => a.Member == m))
            .OrderBy(a => a.Member, StringComparer.Ordinal).ToList();
        if (answers.Count == 0)
        {
            return null;
        }

        var votes = records.OfType<JournalRecord.Vote>().Select(v => v.Cast).OrderBy(v => v.Voter, StringComparer.Ordinal).ToList();
        return new CouncilReport
        {
            Answers = members,
            Votes = votes,
            Ranking = votes.Count == 0 ? [] : VoteCount.Rank([.. members.Where(m => m.Text.Length > 0).Select(m => m.Member)], votes),
            Chair = answers.LastOrDefault(a => a.IsChair),
            Reliability = VoteCount.Score(members, votes),
        };
    }
}
