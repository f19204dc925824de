using CsCheck;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Scores;
using Prover.Bench.Screening;
using static Prover.Bench.Tests.Scores.Runs;

namespace Prover.Bench.Tests.Scores;

public sealed class ScorerTests
{
    private static readonly Gen<BenchRun> Finished =
        Gen.Int[1, 6].SelectMany(n => Gen.Enum<SampleOutcome>().Array[n].Array[1, 8])
            .Select(outcomes => Of([.. outcomes.Select((o, i) => ($"p{i}", o))]));

    [Fact]
    public void Failures_left_out_are_never_worse_than_failures_wrong() => Finished.Sample(run =>
    {
        var all = Scorer.Score(run).All;
        foreach (var score in all.PassAtK.Select(p => p.Score).Append(all.AnyOfN!))
        {
            Assert.True(score.FailuresLeftOut is null || score.FailuresLeftOut.Value >= score.FailuresWrong.Value - 1e-12);
            Assert.Equal(score.FailuresLeftOut is null, score.ProblemsLeftOut == all.Problems);
        }
    }, iter: 60);

    [Fact]
    public void Any_of_n_is_pass_at_n_when_every_problem_has_n_samples() => Finished.Sample(run =>
    {
        var all = Scorer.Score(run).All;
        Assert.Equal(run.Settings.Samples, all.N);
        Assert.Equal(all.PassAtK[^1].Score, all.AnyOfN);
        Assert.Equal((double)all.Solved / all.Problems, all.AnyOfN!.FailuresWrong.Value, 1e-12);
    }, iter: 60);

    [Fact]
    public void Samples_are_counted_by_how_they_ended()
    {
        var all = Scorer.Score(Of(("a", [Proved, NotProved, TimedOut]), ("b", [Refuted, Failed, Proved]))).All;
        Assert.Equal((2, 6, 2, 1, 1, 1, 1, 2), (all.Problems, all.Samples, all.Proved, all.Refuted, all.NotProved, all.TimedOut, all.Failed, all.Solved));
    }

    [Fact]
    public void Pass_at_k_averages_the_estimates_of_the_problems()
    {
        var all = Scorer.Score(Of(("a", [Proved, NotProved, NotProved, NotProved]), ("b", [Proved, Proved, NotProved, Refuted]))).All;
        Assert.Equal([1, 2, 3, 4], all.PassAtK.Select(p => p.K));
        Assert.Equal((0.25 + 0.5) / 2, all.PassAtK[0].Score.FailuresWrong.Value, 1e-12);
        Assert.Equal((0.5 + (5.0 / 6)) / 2, all.PassAtK[1].Score.FailuresWrong.Value, 1e-12);
        Assert.All(all.PassAtK, p => Assert.Equal(p.Score.FailuresWrong, p.Score.FailuresLeftOut));
    }

    [Fact]
    public void Time_outs_and_failures_open_the_score_as_wrong_or_as_never_drawn()
    {
        // a: of 4 samples 1 proves, 2 determined. b: of 4 samples none proves, 1 determined. c: of 4 samples 1 proves, 1 determined.
        var run = Of(("a", [Proved, NotProved, TimedOut, Failed]), ("b", [Failed, NotProved, TimedOut, Failed]), ("c", [TimedOut, TimedOut, Failed, Proved]));
        var (one, two) = (Scorer.Score(run).All.PassAtK[0].Score, Scorer.Score(run).All.PassAtK[1].Score);
        Assert.Equal((0.25 + 0 + 0.25) / 3, one.FailuresWrong.Value, 1e-12);
        Assert.Equal((0.5 + 0 + 1) / 3, one.FailuresLeftOut!.Value, 1e-12);
        Assert.Equal(0, one.ProblemsLeftOut);

        // Two drawn: of b only one sample is left and it is no proof, so it is left out; c's only one is a proof, so it counts 1.
        Assert.Equal((0.5 + 0 + 0.5) / 3, two.FailuresWrong.Value, 1e-12);
        Assert.Equal((1.0 + 1) / 2, two.FailuresLeftOut!.Value, 1e-12);
        Assert.Equal(1, two.ProblemsLeftOut);
    }

    [Fact]
    public void When_no_sample_is_determined_nothing_is_left_for_the_upper_end()
    {
        var score = Scorer.Score(Of(("a", [TimedOut]), ("b", [Failed]))).All.PassAtK[0].Score;
        Assert.Equal(new ScoreInterval(new Estimate(0, 0, 0), null, 2), score);
    }

    [Fact]
    public void A_refutation_is_determined_and_no_proof()
    {
        var score = Scorer.Score(Of(("a", [Refuted, Proved]))).All.PassAtK[0].Score;
        Assert.Equal(0.5, score.FailuresWrong.Value);
        Assert.Equal(0.5, score.FailuresLeftOut!.Value);
    }

    [Fact]
    public void An_unfinished_run_reports_only_the_k_that_every_problem_has_samples_for()
    {
        var run = Of(("imo_a", [Proved, NotProved, Proved]), ("amc_b", [NotProved, NotProved, Proved])).Without(s => s.Problem == "amc_b" && s.Sample == 2);
        var score = Scorer.Score(run);
        Assert.Equal([1, 2], score.All.PassAtK.Select(p => p.K));
        Assert.Equal(2, score.All.N);
        Assert.Equal(0.5, score.All.AnyOfN!.FailuresWrong.Value);
        Assert.Equal([1, 2, 3], score.BySource.Single(g => g.Name == "imo").PassAtK.Select(p => p.K));
    }

    [Fact]
    public void A_run_without_samples_has_no_scores_but_counts()
    {
        var run = Of(("a", [Proved])).Without(_ => true);
        var all = Scorer.Score(run).All;
        Assert.Equal((1, 0, 0, 0), (all.Problems, all.Samples, all.N, all.Solved));
        Assert.Null(all.AnyOfN);
        Assert.Empty(all.PassAtK);

        var nothing = Scorer.Score(run with { Checks = [] }).All;
        Assert.Equal(0, nothing.Problems);
        Assert.Null(nothing.AnyOfN);
    }

    [Fact]
    public void Only_problems_that_were_asked_and_samples_that_were_asked_for_count()
    {
        var run = Of(("a", [Proved, NotProved, Proved]), ("b", [Proved, Proved, Proved]), ("c", [NotProved, NotProved, Proved]))
            .With(s => s with { Samples = 2, Ks = [1, 2, 3] })
            .WithCheck("b", c => c with { Status = StatementStatus.NotExpressible });
        var all = Scorer.Score(run).All;
        Assert.Equal((2, 4, 1, 1), (all.Problems, all.Samples, all.Proved, all.Solved));
        Assert.Equal([1, 2], all.PassAtK.Select(p => p.K));
    }

    [Fact]
    public void Groups_are_all_without_faulty_by_source_and_by_split()
    {
        var run = Of(("amc_a", [Proved]), ("imo_b", [NotProved]), ("imo_c", [Proved]), ("d", [NotProved]))
            .WithCheck("amc_a", c => c with { Status = StatementStatus.Vacuous })
            .WithCheck("d", c => c with { KnownFault = "says something else" });
        run = run with { Problems = [.. run.Problems.Select(p => p.Name == "d" ? p with { Split = string.Empty } : p)] };
        var score = Scorer.Score(run);
        Assert.Equal(("all", 4), (score.All.Name, score.All.Problems));
        Assert.Equal((2, 1), (score.WithoutFaulty.Problems, score.WithoutFaulty.Proved));
        Assert.Equal([("amc", 1), ("imo", 2), ("other", 1)], score.BySource.Select(g => (g.Name, g.Problems)));
        Assert.Equal([(Scorer.UnnamedSplit, 1), ("valid", 3)], score.BySplit.Select(g => (g.Name, g.Problems)));
    }
}
