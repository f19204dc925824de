using Prover.Datasets.Entries;

namespace Prover.Datasets.Formats;

/// <summary>The shortest proofs of each problem under its prompt.</summary>
internal sealed class SftMaker(PromptRenderer prompts, int maxPerProblem) : IRecordMaker
{
    private readonly UsableTexts _texts = new();

    public bool NeedsFailures => false;

    public IEnumerable<MadeRecord> Make(DatasetEntry entry, LeftOut leftOut)
    {
        var proofs = _texts.Proofs(entry, leftOut);
        if (proofs.Count == 0)
        {
            yield break;
        }

        leftOut.Add(LeftOut.BeyondLimit, proofs.Count - maxPerProblem);
        var (prompt, id) = prompts.Of(entry);
        foreach (var proof in proofs.Take(maxPerProblem))
        {
            if (Completion.Of(entry.Statement, proof.Text!) is not { } completion)
            {
                leftOut.Add(LeftOut.OtherHeader);
                continue;
            }

            yield return new MadeRecord(
                new SftRecord
                {
                    Prompt = prompt,
                    Completion = RecordFields.Assistant(completion),
                    PromptId = id,
                    AttemptId = proof.Id,
                    Origin = proof.Origin,
                    Prover = proof.Prover,
                    Grade = Words.Of(proof.Grade)!,
                }.With(entry),
                [CountedText.Of(proof)]);
        }
    }
}
