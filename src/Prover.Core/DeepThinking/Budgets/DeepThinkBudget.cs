using Prover.Core.Models;

namespace Prover.Core.DeepThinking.Budgets;

/// <summary>What all branches of a thought may spend together, earlier runs of a resumed one included.</summary>
public sealed record DeepThinkBudget
{
    /// <summary>Wall-clock time.</summary>
    public TimeSpan Wall { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Tokens of language models, prompts and answers together; null is no limit.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>Time of checks by Lean, added up over its processes; null is no limit. Trusted statements are compiled apart and not counted.</summary>
    public TimeSpan? Cpu { get; init; }
}

/// <summary>What a thought has spent.</summary>
/// <param name="Wall">Wall-clock time.</param>
/// <param name="Models">Use of language models.</param>
/// <param name="Cpu">Time of checks.</param>
public sealed record DeepThinkSpent(TimeSpan Wall = default, ModelUsage Models = default, TimeSpan Cpu = default)
{
    /// <summary>Both together.</summary>
    public static DeepThinkSpent operator +(DeepThinkSpent left, DeepThinkSpent right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new DeepThinkSpent(left.Wall + right.Wall, left.Models + right.Models, left.Cpu + right.Cpu);
    }
}
