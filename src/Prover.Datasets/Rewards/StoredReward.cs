using Prover.Datasets.Entries;

namespace Prover.Datasets.Rewards;

/// <summary>Rewards of attempts that were judged long ago, without asking Lean.</summary>
internal sealed class StoredReward
{
    private static readonly string[] Known = [RewardNames.Verified, RewardNames.Length];

    private readonly RewardSpec _spec;

    /// <exception cref="ArgumentException">A reward is among them that stored attempts do not tell.</exception>
    public StoredReward(RewardSpec spec)
    {
        if (spec.Terms.FirstOrDefault(t => !Known.Contains(t.Name)) is { } other)
        {
            throw new ArgumentException(
                $"The reward '{other.Name}' can't be told from stored attempts: it needs the model's own answer, or Lean. An export takes {string.Join(" and ", Known)}; the reward endpoint takes all.",
                nameof(spec));
        }

        _spec = spec;
    }

    /// <summary>The reward of an attempt whose outcome is known.</summary>
    public double Of(DatasetAttempt attempt) => attempt.Outcome.IsKnown()
        ? _spec.Terms.Sum(t => t.Weight * (t.Name == RewardNames.Verified
            ? attempt.Outcome == AttemptOutcome.Proved ? 1 : 0
            : LengthPenalty.Of(attempt.Length ?? 0)))
        : throw new ArgumentException($"Nothing is known of an attempt that ended as '{attempt.Outcome.Word()}': it has no reward.", nameof(attempt));
}
