using Prover.Bench.Provers;
using Prover.Bench.Reports;
using Prover.Bench.Runs;
using Prover.Bench.Scores;

namespace Prover.Rounds.Promotion;

/// <summary>Decides by two held-out runs, problem by problem, whether a new version takes the place of the old.</summary>
/// <remarks>The interval is the bootstrap's over problems, of the difference between the two versions on the same problem; see <see cref="Bootstrap"/>.
/// Samples that timed out or failed solve nothing, as everywhere; where they may have tipped the scale, the decision says so.</remarks>
public static class PromotionJudge
{
    /// <summary>Decides.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="incumbent">The held-out run of the version that is there.</param>
    /// <param name="candidate">The held-out run of the new one.</param>
    /// <param name="isSame">Whether the new version has learned nothing.</param>
    public static Decision Decide(PromotionRule rule, BenchRun incumbent, BenchRun candidate, bool isSame)
    {
        var comparison = RunComparer.Compare(incumbent, candidate);
        if (comparison.Problems == 0)
        {
            return isSame
                ? new Decision(DecisionKind.Unchanged, "Nothing was learned.")
                : new Decision(DecisionKind.RolledBack, "No held-out problem can be compared.") { Warnings = comparison.Warnings };
        }

        var difference = Difference(comparison.OnlyB, comparison.OnlyA, comparison.Problems);
        var promotes = Promotes(rule, difference);
        var decision = isSame
            ? new Decision(DecisionKind.Unchanged, "Nothing was learned.")
            : new Decision(promotes ? DecisionKind.Promoted : DecisionKind.RolledBack, Reason(rule, promotes, difference));
        return decision with
        {
            Difference = difference,
            Problems = comparison.Problems,
            Gained = comparison.OnlyB,
            Lost = comparison.OnlyA,
            PValue = comparison.PValue,
            Warnings = [.. Warnings(rule, comparison, promotes && !isSame, candidate, isSame)],
        };
    }

    private static bool Promotes(PromotionRule rule, Estimate difference) => rule == PromotionRule.Better ? difference.Low > 0 : difference.High >= 0;

    private static Estimate Difference(int gained, int lost, int problems) =>
        Bootstrap.Mean([.. Enumerable.Repeat(1.0, gained), .. Enumerable.Repeat(-1.0, lost), .. Enumerable.Repeat(0.0, problems - gained - lost)]);

    private static string Reason(PromotionRule rule, bool promotes, Estimate difference)
    {
        var interval = $"the interval of the difference, [{Figures.Points(difference.Low)}, {Figures.Points(difference.High)}],";
        return (rule, promotes) switch
        {
            (PromotionRule.Better, true) => $"Better: {interval} lies above 0.",
            (PromotionRule.Better, false) => $"Not shown to be better: {interval} does not lie above 0.",
            (_, true) => $"Not shown to be worse: {interval} does not lie below 0.",
            _ => $"Worse: {interval} lies below 0.",
        };
    }

    private static IEnumerable<string> Warnings(PromotionRule rule, Comparison comparison, bool promotes, BenchRun candidate, bool isSame)
    {
        var open = candidate.Samples.CountBy(s => s.Attempt.Outcome).ToDictionary();
        if (open.GetValueOrDefault(SampleOutcome.Infrastructure) is > 0 and var failed)
        {
            yield return $"The machinery failed on {failed} of its {candidate.Samples.Count} held-out samples: they count as not solved, and say nothing of the prover.";
        }

        if (comparison.Undetermined > 0)
        {
            yield return $"{comparison.Undetermined} of the {comparison.Differences.Count} problems that only one of the two solved ran into a time limit or a failure with the other.";
            var determined = comparison.Differences.Where(d => !d.IsUndetermined).ToList();
            var gained = determined.Count(d => d.SolvedBy == comparison.B);
            var without = Difference(gained, determined.Count - gained, comparison.Problems - comparison.Undetermined);
            if (!isSame && Promotes(rule, without) != promotes)
            {
                yield return $"Without them the decision would have been the other: [{Figures.Points(without.Low)}, {Figures.Points(without.High)}].";
            }
        }

        foreach (var warning in comparison.Warnings)
        {
            yield return warning;
        }
    }
}
