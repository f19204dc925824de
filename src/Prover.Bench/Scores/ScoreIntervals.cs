namespace Prover.Bench.Scores;

/// <summary>pass@k with both readings of what neither proved nor failed to prove.</summary>
internal static class ScoreIntervals
{
    /// <summary>pass@k of at least one problem, each with at least k samples.</summary>
    /// <remarks>
    /// With n samples of a problem, c proofs among them and n' determined ones (c ≤ n' ≤ n), left out never means less than counted as wrong:
    /// <para>n' ≥ k: the estimate is 1 − ∏ (1 − k/i) over i from n−c+1 to n. With n' in place of n there are the same c factors, each no larger.</para>
    /// <para>n' &lt; k and c ≥ 1: 1, and nothing is more. All determined samples together are fewer than k and hold a proof already.</para>
    /// <para>n' &lt; k and c = 0: the problem is left out. Counted as wrong it has 0, and a mean does not fall when a 0 is taken out of it.</para>
    /// </remarks>
    public static ScoreInterval PassAtK(IReadOnlyList<Tally> problems, int k)
    {
        var left = problems.Where(p => p.Determined >= k || p.Proved > 0).ToList();
        return new ScoreInterval(
            Bootstrap.Mean([.. problems.Select(p => PassAtKEstimator.Estimate(p.Samples, p.Proved, k))]),
            left.Count == 0 ? null : Bootstrap.Mean([.. left.Select(p => p.Determined < k ? 1 : PassAtKEstimator.Estimate(p.Determined, p.Proved, k))]),
            problems.Count - left.Count);
    }
}
