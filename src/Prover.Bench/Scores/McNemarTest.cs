using MathNet.Numerics.Distributions;

namespace Prover.Bench.Scores;

/// <summary>McNemar's test of paired yes-or-no results, exact and two-sided.</summary>
/// <remarks>Q. McNemar (1947), Psychometrika 12, 153–157, with the binomial distribution in place of its approximation. Only pairs that differ count:
/// if both are equally good, each of them falls to either side with probability ½.</remarks>
public static class McNemarTest
{
    /// <summary>How likely so uneven a split is, or a more uneven one, if both are equally good; 1 when no pair differs.</summary>
    /// <param name="onlyFirst">Pairs in which only the first succeeded.</param>
    /// <param name="onlySecond">Pairs in which only the second did.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double PValue(int onlyFirst, int onlySecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);

        // Twice the smaller tail. When the sides differ by one at most, the tails are all there is, or overlap: exactly 1, whatever is lost in rounding.
        return Math.Abs(onlyFirst - onlySecond) <= 1
            ? 1
            : Math.Min(1, 2 * Binomial.CDF(0.5, onlyFirst + onlySecond, Math.Min(onlyFirst, onlySecond)));
    }
}
