using Prover.Core.Verification;

namespace Prover.Datasets.Rewards;

/// <summary>1 when Lean verifies the proof under our own statement, 0 when it turns it down or the answer holds none. A time-out, a cancellation and a
/// failure of the machinery are not known.</summary>
public sealed class VerifiedReward : IRewardFunction
{
    /// <inheritdoc />
    public string Name => RewardNames.Verified;

    /// <inheritdoc />
    public async Task<RewardPart> ScoreAsync(RewardSubject subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return await subject.VerdictAsync().ConfigureAwait(false) switch
        {
            null => new RewardPart(Name, 0, subject.Answer.Message),
            { Kind: VerdictKind.Proved } => new RewardPart(Name, 1),
            { Kind: VerdictKind.Rejected or VerdictKind.NotProved or VerdictKind.Refuted } verdict => new RewardPart(Name, 0, verdict.Reason),
            var verdict => new RewardPart(Name, null, verdict.Reason ?? "Nothing is known."),
        };
    }
}
