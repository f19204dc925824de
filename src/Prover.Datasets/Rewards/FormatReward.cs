using Prover.Core.Answers;

namespace Prover.Datasets.Rewards;

/// <summary>1 when the answer holds exactly one closed block marked lean4 and in it our theorem, under its name and with its statement to the letter (but
/// for white space and spellings that Lean takes for the same), with a proof; 0 otherwise. Says nothing about whether the proof is one.</summary>
public sealed class FormatReward : IRewardFunction
{
    /// <inheritdoc />
    public string Name => RewardNames.Format;

    /// <inheritdoc />
    public Task<RewardPart> ScoreAsync(RewardSubject subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        cancellationToken.ThrowIfCancellationRequested();
        var fault = Fault(subject);
        return Task.FromResult(new RewardPart(Name, fault is null ? 1 : 0, fault));
    }

    private static string? Fault(RewardSubject subject)
    {
        var blocks = CodeBlocks.Of(AnswerWrapping.WithoutThoughts(CodeCharacters.CleanLines(subject.Completion))).Where(b => b.Language == "lean").ToList();
        if (blocks is not [{ IsClosed: true } block])
        {
            return blocks.Count == 1 ? "The block marked lean4 is not closed." : $"The answer holds {blocks.Count} blocks marked lean4; it must hold one.";
        }

        var target = new Target(subject.Statement);
        var theorem = LeanCommands.Split(CodeCharacters.CleanCode(block.Code)).LastOrDefault(c => c.Kind is "theorem" or "lemma" && target.IsNamed(c.Name));
        return theorem is null ? $"The block holds no theorem '{subject.Statement.LocalName}'."
            : TheoremBody.Of(theorem, target) is not { IsOurs: true, Proof: { } proof } ? $"The theorem '{subject.Statement.LocalName}' in the block does not state what was asked, or has no proof."
            : ProofReader.IsEmpty(proof) ? "The theorem in the block has no proof."
            : null;
    }
}
