using Prover.Datasets.Entries;
using Prover.Datasets.Rewards;

namespace Prover.Datasets.Formats;

/// <summary>A group for each problem. What is not known has no reward and is in no group; the same text twice is in it twice, as it was sampled.</summary>
internal sealed class GrpoMaker(PromptRenderer prompts, StoredReward reward, bool dropZeroVariance) : IRecordMaker
{
    public bool NeedsFailures => true;

    public IEnumerable<MadeRecord> Make(DatasetEntry entry, LeftOut leftOut)
    {
        leftOut.AddUnknown(entry);
        var members = new List<(DatasetAttempt Attempt, string Completion, double Reward)>();
        foreach (var attempt in entry.Attempts.Where(a => a.Outcome.IsKnown()))
        {
            var completion = UsableTexts.Objection(attempt) is null ? Completion.Of(entry.Statement, attempt.Text!) : null;
            if (completion is null)
            {
                leftOut.Add(UsableTexts.Objection(attempt) ?? LeftOut.OtherHeader);
            }
            else
            {
                members.Add((attempt, completion, reward.Of(attempt)));
            }
        }

        if (members.Count == 0)
        {
            yield break;
        }

        var rewards = members.ConvertAll(m => m.Reward);
        var isZeroVariance = GroupAdvantages.IsZeroVariance(rewards);
        if (isZeroVariance && dropZeroVariance)
        {
            leftOut.Add(LeftOut.ZeroVariance);
            yield break;
        }

        var (prompt, id) = prompts.Of(entry);
        yield return new MadeRecord(
            new GrpoRecord
            {
                Prompt = prompt,
                Completions = members.ConvertAll(m => m.Completion),
                Rewards = rewards,
                Advantages = [.. GroupAdvantages.Of(rewards)],
                Outcomes = members.ConvertAll(m => m.Attempt.Outcome.Word()),
                Grades = members.ConvertAll(m => m.Attempt.Outcome == AttemptOutcome.Proved ? Words.Of(m.Attempt.Grade)! : string.Empty),
                AttemptIds = members.ConvertAll(m => m.Attempt.Id),
                IsZeroVariance = isZeroVariance,
                Unknown = entry.Attempts.Count(a => !a.Outcome.IsKnown()),
                PromptId = id,
            }.With(entry),
            members.ConvertAll(m => CountedText.Of(m.Attempt)));
    }
}
