namespace Prover.Datasets.Rewards;

/// <summary>What length costs.</summary>
internal static class LengthPenalty
{
    /// <summary>Characters of a proof from which on nothing more is taken off.</summary>
    public const int Limit = 4_000;

    /// <summary>From 0 for nothing, in proportion, to −1 at the limit and beyond.</summary>
    public static double Of(int characters) => -Math.Min(1.0, (double)characters / Limit);
}
