using Prover.Bench.Provers;
using Prover.Bench.Runs;

namespace Prover.Bench.Scores;

/// <summary>How the part of the problems that are solved grows with what is spent on each.</summary>
/// <param name="Problems">Problems that were asked.</param>
/// <param name="BySamples">pass@k for k from 1 to the fewest samples that a problem has; at most some forty k, evenly spread on a logarithmic scale.</param>
/// <param name="ByTime">The part solved by wall-clock time spent on each problem.</param>
public sealed record SolvedCurves(int Problems, IReadOnlyList<PassAtK> BySamples, IReadOnlyList<SolvedByTime> ByTime)
{
    private const int AllUpTo = 16;
    private const int PointsPerDoubling = 4;

    /// <summary>The curves of a run, finished or not.</summary>
    public static SolvedCurves Of(BenchRun run)
    {
        var problems = AskedProblem.Of(run);
        var tallies = problems.Select(p => p.Tally(p.Samples.Count)).ToList();
        var fewest = problems.Count == 0 ? 0 : problems.Min(p => p.Samples.Count);
        return new SolvedCurves(
            problems.Count, [.. Ks(fewest).Select(k => new PassAtK(k, ScoreIntervals.PassAtK(tallies, k)))], OverTime(problems));
    }

    private static IEnumerable<int> Ks(int most)
    {
        for (var k = 1; k < most; k = k < AllUpTo ? k + 1 : Math.Max(k + 1, (int)(k * Math.Pow(2, 1.0 / PointsPerDoubling))))
        {
            yield return k;
        }

        if (most > 0)
        {
            yield return most;
        }
    }

    private static List<SolvedByTime> OverTime(IReadOnlyList<AskedProblem> problems)
    {
        List<SolvedByTime> steps = [new(0, 0)];
        if (problems.Count == 0)
        {
            return steps;
        }

        var solved = 0;
        foreach (var moment in problems.Select(SecondsToProof).OfType<double>().GroupBy(s => s).OrderBy(g => g.Key))
        {
            solved += moment.Count();
            steps.Add(new SolvedByTime(moment.Key, (double)solved / problems.Count));
        }

        // The curve goes on, level, for as long as any problem was worked on.
        var longest = problems.Max(p => p.Samples.Sum(s => s.Attempt.Seconds));
        if (longest > steps[^1].Seconds)
        {
            steps.Add(steps[^1] with { Seconds = longest });
        }

        return steps;
    }

    private static double? SecondsToProof(AskedProblem problem)
    {
        var seconds = 0.0;
        foreach (var attempt in problem.Samples.Select(s => s.Attempt))
        {
            seconds += attempt.Seconds;
            if (attempt.Outcome == SampleOutcome.Proved)
            {
                return seconds;
            }
        }

        return null;
    }
}

/// <summary>A step of the curve over time: from here on, to the next step, this part of the problems is solved.</summary>
/// <param name="Seconds">Wall-clock seconds spent on a problem: its samples one after the other, in their order, up to the end of the first that
/// proves it.</param>
/// <param name="Solved">The part of all problems that were asked, from 0 to 1; a sample that timed out or failed solves nothing.</param>
public sealed record SolvedByTime(double Seconds, double Solved);
