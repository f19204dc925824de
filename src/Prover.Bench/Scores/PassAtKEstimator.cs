namespace Prover.Bench.Scores;

/// <summary>The unbiased estimator of pass@k: of n samples of a problem c prove it; how likely does at least one of k drawn from them without
/// replacement?</summary>
/// <remarks>1 − C(n−c, k) / C(n, k); M. Chen et al. (2021), "Evaluating Large Language Models Trained on Code", arXiv:2107.03374, equation 1.
/// The plug-in 1 − (1 − c/n)^k is biased and not used.</remarks>
public static class PassAtKEstimator
{
    /// <summary>The estimate for one problem, from 0 to 1.</summary>
    /// <param name="n">Samples of the problem.</param>
    /// <param name="c">How many of them prove it.</param>
    /// <param name="k">Samples that are drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such estimate: k is below 1 or above n, or c is below 0 or above n.</exception>
    public static double Estimate(int n, int c, int k)
    {
        if (c < 0 || c > n)
        {
            throw new ArgumentOutOfRangeException(nameof(c), c, $"Of {n} samples between none and all can prove a problem.");
        }

        if (k < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(k), k, "pass@k is about at least one sample.");
        }

        if (k > n)
        {
            throw new ArgumentOutOfRangeException(nameof(k), k, $"There is no unbiased estimate of pass@{k} from {n} samples. Draw more samples, or ask for a smaller k.");
        }

        if (c > n - k)
        {
            return 1;
        }

        // C(n−c, k) / C(n, k) = C(n−k, c) / C(n, c): a product of min(c, k) factors of the form 1 − a/b, each from 0 to 1, so that nothing overflows
        // and nearly equal large numbers are never subtracted. Differences of log-gammas lose some log10(n ln n) digits of the 16 instead.
        var (factors, part) = (Math.Min(c, k), Math.Max(c, k));
        var none = 1.0;
        for (var i = n - factors + 1; i <= n; i++)
        {
            none *= (i - part) / (double)i;
        }

        return 1 - none;
    }
}
