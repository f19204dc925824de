using Prover.Bench.Provers;
using Prover.Bench.Runs;

namespace Prover.Bench.Scores;

/// <summary>Scores a run, finished or not.</summary>
/// <remarks>Only problems that were asked count, and only samples whose number is below the run's number of samples.</remarks>
public static class Scorer
{
    /// <summary>The name of a split that the data set does not name.</summary>
    public const string UnnamedSplit = "unnamed";

    /// <summary>The scores.</summary>
    public static RunScore Score(BenchRun run)
    {
        var problems = AskedProblem.Of(run);
        return new RunScore(
            Group("all", problems),
            Group("without faulty", [.. problems.Where(p => !p.Check.IsFaulty)]),
            Groups(p => p.Problem.Source),
            Groups(p => p.Problem.Split.Length > 0 ? p.Problem.Split : UnnamedSplit),
            CostAccount.Of(run, problems));

        GroupScore Group(string name, IReadOnlyList<AskedProblem> group) => ScoreOf(name, group, run.Settings.Ks);

        IReadOnlyList<GroupScore> Groups(Func<AskedProblem, string> name) =>
            [.. problems.GroupBy(name).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Group(g.Key, [.. g]))];
    }

    private static GroupScore ScoreOf(string name, IReadOnlyList<AskedProblem> problems, IReadOnlyList<int> ks)
    {
        var outcomes = problems.SelectMany(p => p.Samples).CountBy(s => s.Attempt.Outcome).ToDictionary();
        var fewest = problems.Count == 0 ? 0 : problems.Min(p => p.Samples.Count);
        var all = problems.Select(p => p.Tally(p.Samples.Count)).ToList();
        return new GroupScore(
            name,
            problems.Count,
            outcomes.Values.Sum(),
            Count(SampleOutcome.Proved),
            Count(SampleOutcome.Refuted),
            Count(SampleOutcome.NotProved),
            Count(SampleOutcome.TimedOut),
            Count(SampleOutcome.Infrastructure))
        {
            PassAtK = [.. ks.Where(k => k >= 1 && k <= fewest).Distinct().Order().Select(k => new PassAtK(k, ScoreIntervals.PassAtK(all, k)))],
            N = fewest,
            Solved = problems.Count(p => p.IsSolved),

            // Of N samples all N are drawn: then the estimate of a problem is 1 or 0, whether there is a proof among them.
            AnyOfN = fewest == 0 ? null : ScoreIntervals.PassAtK([.. problems.Select(p => p.Tally(fewest))], fewest),
        };

        int Count(SampleOutcome outcome) => outcomes.GetValueOrDefault(outcome);
    }
}
