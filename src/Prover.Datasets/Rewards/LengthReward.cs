namespace Prover.Datasets.Rewards;

/// <summary>What the length of the proof takes off: −characters / 4,000, and −1 at most. An answer without a proof is measured as a whole.</summary>
public sealed class LengthReward : IRewardFunction
{
    /// <inheritdoc />
    public string Name => RewardNames.Length;

    /// <inheritdoc />
    public Task<RewardPart> ScoreAsync(RewardSubject subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        cancellationToken.ThrowIfCancellationRequested();
        var length = subject.Proof is { } proof ? proof.Proof.Length + proof.Helpers.Length : subject.Completion.Length;
        return Task.FromResult(new RewardPart(Name, LengthPenalty.Of(length)));
    }
}
