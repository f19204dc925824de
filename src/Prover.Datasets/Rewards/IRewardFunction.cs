namespace Prover.Datasets.Rewards;

/// <summary>One reward of an answer.</summary>
/// <remarks>Thread-safe. What can't be told is null, never 0: a time-out or a failure of the machinery must not teach anything.</remarks>
public interface IRewardFunction
{
    /// <summary>Its name in a <see cref="RewardSpec"/>.</summary>
    string Name { get; }

    /// <summary>Scores an answer.</summary>
    Task<RewardPart> ScoreAsync(RewardSubject subject, CancellationToken cancellationToken = default);
}

/// <summary>What one reward says.</summary>
/// <param name="Name">Which reward.</param>
/// <param name="Value">Its value without its weight; null when it is not known.</param>
/// <param name="Reason">Why it is not the best value, or not known; null when there is nothing to say.</param>
public sealed record RewardPart(string Name, double? Value, string? Reason = null);

/// <summary>The reward of an answer.</summary>
/// <param name="Reward">Sum of weight × value; null when a part with a weight is not known.</param>
/// <param name="Parts">The parts, in the order of the specification.</param>
/// <param name="Reason">Why there is no reward; null when there is one.</param>
public sealed record RewardResult(double? Reward, IReadOnlyList<RewardPart> Parts, string? Reason = null)
{
    /// <summary>An answer of which nothing can be told at all.</summary>
    public static RewardResult Unknown(string reason) => new(null, [], reason);
}

/// <summary>An answer to be scored.</summary>
/// <param name="Statement">The trusted statement: Lean text that ends in the head of one theorem.</param>
/// <param name="Completion">All that the model answered, without its reasoning.</param>
public sealed record RewardItem(string Statement, string Completion);
