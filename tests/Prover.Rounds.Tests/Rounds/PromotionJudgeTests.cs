using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Screening;
using Prover.Rounds.Promotion;

namespace Prover.Rounds.Tests.Rounds;

public sealed class PromotionJudgeTests
{
    [Fact]
    public void A_version_that_solves_clearly_more_is_promoted_with_the_figures()
    {
        var decision = Decide(PromotionRule.Better, "PPPPNNNNNNNNNNNNNNNN", "PPPPPPPPPPPPPPNNNNNN");

        Assert.Equal(DecisionKind.Promoted, decision.Kind);
        Assert.Equal((20, 10, 0), (decision.Problems, decision.Gained, decision.Lost));
        Assert.Equal(0.5, decision.Difference!.Value, 9);
        Assert.InRange(decision.Difference.Low, 0.25, 0.35);
        Assert.Equal(0.001953125, decision.PValue!.Value, 9);
        Assert.Empty(decision.Warnings);
    }

    [Theory]
    [InlineData("PPPPPNNNNNNNNNNNNNNN", "PPPPPPNNNNNNNNNNNNNN")] // one more of twenty shows nothing
    [InlineData("PPPPPNNNNNNNNNNNNNNN", "PPPPPNNNNNNNNNNNNNNN")]
    [InlineData("PPPPPPPPPPNNNNNNNNNN", "NNNNNPPPPPPPPPPPNNNN")]
    public void A_version_that_is_not_shown_to_be_better_is_rolled_back_and_kept_where_not_worse_is_enough(string incumbent, string candidate)
    {
        Assert.Equal(DecisionKind.RolledBack, Decide(PromotionRule.Better, incumbent, candidate).Kind);
        Assert.Equal(DecisionKind.Promoted, Decide(PromotionRule.NotWorse, incumbent, candidate).Kind);
    }

    [Fact]
    public void A_version_that_is_shown_to_be_worse_is_rolled_back_by_either_rule()
    {
        const string incumbent = "PPPPPPPPPPNNNNNNNNNN", candidate = "PNNNNNNNNNNNNNNNNNNN";

        Assert.Equal(DecisionKind.RolledBack, Decide(PromotionRule.Better, incumbent, candidate).Kind);
        Assert.Equal(DecisionKind.RolledBack, Decide(PromotionRule.NotWorse, incumbent, candidate).Kind);
    }

    [Fact]
    public void Time_outs_that_may_have_tipped_the_scale_are_told()
    {
        var decision = Decide(PromotionRule.NotWorse, "PPPPPPPPPPNNNNNNNNNN", "PTTTTTTTTTNNNNNNNNNN");

        Assert.Equal(DecisionKind.RolledBack, decision.Kind);
        Assert.Contains(decision.Warnings, w => w.StartsWith("9 of the 9 problems", StringComparison.Ordinal));
        Assert.Contains(decision.Warnings, w => w.Contains("would have been the other", StringComparison.Ordinal));
    }

    [Fact]
    public void Failures_of_the_machinery_are_told_even_where_they_decide_nothing()
    {
        var decision = Decide(PromotionRule.Better, "PPNN", "PPFN");

        Assert.Contains(decision.Warnings, w => w.Contains("The machinery failed on 1 of its 4", StringComparison.Ordinal));
        Assert.DoesNotContain(decision.Warnings, w => w.Contains("would have been the other", StringComparison.Ordinal));
    }

    [Fact]
    public void A_version_that_learned_nothing_is_neither_promoted_nor_rolled_back()
    {
        var decision = PromotionJudge.Decide(PromotionRule.Better, Run("a@0", "PPNN"), Run("a@1", "PPNT"), isSame: true);

        Assert.Equal(DecisionKind.Unchanged, decision.Kind);
        Assert.Equal(0, decision.Difference!.Value);
    }

    [Fact]
    public void Where_nothing_can_be_compared_nothing_is_promoted()
    {
        var none = Run("a@0", "PP") with { Checks = [] };

        var decision = PromotionJudge.Decide(PromotionRule.NotWorse, none, Run("a@1", "PP"), isSame: false);

        Assert.Equal(DecisionKind.RolledBack, decision.Kind);
        Assert.NotEmpty(decision.Warnings);
    }

    private static Decision Decide(PromotionRule rule, string incumbent, string candidate) =>
        PromotionJudge.Decide(rule, Run("a@0", incumbent), Run("a@1", candidate), isSame: false);

    private static BenchRun Run(string prover, string outcomes)
    {
        var problems = outcomes.Select((_, i) => new BenchProblem($"p{i}", string.Empty, string.Empty, $"theorem p{i} : {i} = {i} := by")).ToList();
        var settings = new RunSettings
        {
            Data = DataSet.Of("held-out", problems).Identity,
            Profile = "core",
            Prover = new ProverSettings(prover),
            Lean = "l",
            Samples = 1,
            Ks = [1],
            Version = "1",
        };
        var samples = outcomes.Select((c, i) => new SampleRecord($"p{i}", 0, i, new Attempt(Outcome(c)), "s", DateTimeOffset.UnixEpoch));
        return new BenchRun($"/{prover}", settings, problems, [.. problems.Select(p => new CheckedStatement(p.Name, StatementStatus.Expressible))], [.. samples], []);
    }

    private static SampleOutcome Outcome(char letter) => letter switch
    {
        'P' => SampleOutcome.Proved,
        'T' => SampleOutcome.TimedOut,
        'F' => SampleOutcome.Infrastructure,
        _ => SampleOutcome.NotProved,
    };
}
