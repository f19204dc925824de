using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;

namespace Prover.Bench.Scores;

/// <summary>95 % intervals for a mean over problems, by resampling the problems.</summary>
/// <remarks>
/// <para>The percentile interval of B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13. A problem is drawn with all its
/// samples (a cluster): samples of one problem are alike, and drawing them one by one would make the intervals far too narrow.</para>
/// <para>It covers which problems happen to be in the data set, as if they were drawn at random from a larger stock, together with the chance of
/// the samples as far as it shows in the differences between problems. It does not cover what every problem shares: a data set that a model has
/// seen, a slow machine, one seed for all. What time-outs and failures leave open is apart, in the two ends of a <see cref="ScoreInterval"/>.
/// Where all problems fare alike, and for a single problem, it is a point: that is a lack of evidence, not certainty.</para>
/// </remarks>
public static class Bootstrap
{
    /// <summary>Resamples for each interval.</summary>
    public const int Resamples = 10_000;

    // Fixed: the same data gives the same figure, today and on every machine.
    private const int Seed = 20_210_707;

    /// <summary>The mean with its interval.</summary>
    /// <param name="values">A value for each problem.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Estimate Mean(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] all = [.. values];
        if (all.Length == 0)
        {
            throw new ArgumentException("There is no mean of no problems.", nameof(values));
        }

        if (Array.TrueForAll(all, v => v == all[0]))
        {
            return new Estimate(all[0], all[0], all[0]);
        }

        var means = Resample(all);
        Array.Sort(means);
        return new Estimate(all.Average(), SortedArrayStatistics.Quantile(means, 0.025), SortedArrayStatistics.Quantile(means, 0.975));
    }

    private static double[] Resample(double[] values)
    {
        var random = new Xoshiro256StarStar(Seed, threadSafe: false);
        var (means, draws) = (new double[Resamples], new double[values.Length]);
        for (var b = 0; b < Resamples; b++)
        {
            random.NextDoubles(draws);
            var sum = 0.0;
            foreach (var draw in draws)
            {
                sum += values[(int)(draw * values.Length)];
            }

            means[b] = sum / values.Length;
        }

        return means;
    }
}
