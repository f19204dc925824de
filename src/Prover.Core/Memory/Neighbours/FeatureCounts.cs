using Prover.Core.Memory.Features;

namespace Prover.Core.Memory.Neighbours;

/// <summary>In how many steps each feature occurs, and how common that makes it.</summary>
internal sealed class FeatureCounts
{
    // Whole numbers in a byte: finer than any difference that matters, and a table that stays in the processor's cache.
    private const float UnitsOfLogarithm = 12;

    private readonly int[] _counts = new int[GoalFingerprint.Slots];
    private readonly byte[] _commonness = new byte[GoalFingerprint.Slots];

    /// <summary>For each feature 12 times the logarithm of its count and one, rounded.</summary>
    public ReadOnlySpan<byte> Commonness => _commonness;

    /// <summary>What a feature of every one of that many steps has, and a little more: no feature weighs nothing.</summary>
    public static int Most(int steps) => Units(steps) + 1;

    /// <summary>Counts the features of a step.</summary>
    public void Add(int[] features)
    {
        foreach (var feature in features)
        {
            _commonness[feature] = (byte)Units(++_counts[feature]);
        }
    }

    private static int Units(int count) => (int)MathF.Round(UnitsOfLogarithm * MathF.Log(count + 1));
}
