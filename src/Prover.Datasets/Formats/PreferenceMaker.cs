using Prover.Datasets.Entries;

namespace Prover.Datasets.Formats;

/// <summary>Pairs of what Lean accepted and what it turned down. Time-outs and failures of the machinery are never the worse half: nothing is known of
/// them.</summary>
internal sealed class PreferenceMaker(PromptRenderer prompts, int maxPairs) : IRecordMaker
{
    private readonly UsableTexts _texts = new();

    public bool NeedsFailures => true;

    public IEnumerable<MadeRecord> Make(DatasetEntry entry, LeftOut leftOut)
    {
        leftOut.AddUnknown(entry);
        var chosen = Complete(entry, _texts.Proofs(entry, leftOut), leftOut);
        var rejected = Complete(entry, _texts.TurnedDown(entry, leftOut), leftOut);
        if (chosen.Count == 0 || rejected.Count == 0)
        {
            yield break;
        }

        leftOut.Add(LeftOut.BeyondLimit, rejected.Count - maxPairs);
        var (prompt, id) = prompts.Of(entry);
        for (var i = 0; i < Math.Min(maxPairs, rejected.Count); i++)
        {
            // Each proof in turn, the shortest first.
            var (better, worse) = (chosen[i % chosen.Count], rejected[i]);
            yield return new MadeRecord(
                new PreferenceRecord
                {
                    Prompt = prompt,
                    Chosen = RecordFields.Assistant(better.Completion),
                    Rejected = RecordFields.Assistant(worse.Completion),
                    PromptId = id,
                    ChosenId = better.Attempt.Id,
                    RejectedId = worse.Attempt.Id,
                    Grade = Words.Of(better.Attempt.Grade)!,
                    Error = worse.Attempt.FirstError,
                }.With(entry),
                [CountedText.Of(better.Attempt), CountedText.Of(worse.Attempt)]);
        }
    }

    private static List<(DatasetAttempt Attempt, string Completion)> Complete(DatasetEntry entry, List<DatasetAttempt> attempts, LeftOut leftOut)
    {
        var complete = new List<(DatasetAttempt, string)>(attempts.Count);
        foreach (var attempt in attempts)
        {
            if (Completion.Of(entry.Statement, attempt.Text!) is { } completion)
            {
                complete.Add((attempt, completion));
            }
            else
            {
                leftOut.Add(LeftOut.OtherHeader);
            }
        }

        return complete;
    }
}
