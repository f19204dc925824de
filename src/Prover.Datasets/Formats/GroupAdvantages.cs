namespace Prover.Datasets.Formats;

/// <summary>Advantages within a group: (r − mean) / (std + ε), as GRPO has them (Shao et al., DeepSeekMath, arXiv 2402.03300, section 4.1.2).</summary>
public static class GroupAdvantages
{
    /// <summary>Keeps a group of nearly equal rewards from being blown up.</summary>
    public const double Epsilon = 1e-6;

    /// <summary>The advantages, in the order of the rewards; zeros where all rewards are the same.</summary>
    /// <param name="rewards">Rewards of one group, all of them known.</param>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> rewards)
    {
        ArgumentNullException.ThrowIfNull(rewards);
        if (IsZeroVariance(rewards))
        {
            return [.. rewards.Select(_ => 0.0)];
        }

        var mean = rewards.Average();
        var deviation = Math.Sqrt(rewards.Average(r => (r - mean) * (r - mean)));
        return [.. rewards.Select(r => (r - mean) / (deviation + Epsilon))];
    }

    /// <summary>True when all rewards are the same: nothing is better than anything else.</summary>
    public static bool IsZeroVariance(IReadOnlyList<double> rewards)
    {
        ArgumentNullException.ThrowIfNull(rewards);
        return rewards.All(r => r == rewards[0]);
    }
}
