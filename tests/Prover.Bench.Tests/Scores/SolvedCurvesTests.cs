using Prover.Bench.Scores;
using static Prover.Bench.Tests.Scores.Runs;

namespace Prover.Bench.Tests.Scores;

public sealed class SolvedCurvesTests
{
    [Fact]
    public void Over_samples_it_is_pass_at_every_k_while_they_are_few()
    {
        var run = Of(("a", [Proved, NotProved, TimedOut]), ("b", [NotProved, Proved, Proved]));
        Assert.Equal(Scorer.Score(run).All.PassAtK, SolvedCurves.Of(run).BySamples);
    }

    [Fact]
    public void Many_samples_are_thinned_out_and_keep_both_ends()
    {
        var run = Of(("a", [.. Enumerable.Range(0, 1_000).Select(i => i % 10 == 0 ? Proved : NotProved)]));
        var ks = SolvedCurves.Of(run).BySamples.Select(p => p.K).ToList();
        Assert.Equal(Enumerable.Range(1, 16), ks.Take(16));
        Assert.Equal(1_000, ks[^1]);
        Assert.Equal(ks.Distinct().Order(), ks);
        Assert.InRange(ks.Count, 20, 45);
    }

    [Fact]
    public void Over_time_it_steps_up_when_the_first_proof_of_a_problem_is_there()
    {
        // a: proved by the second sample, after 2 + 3 seconds. b: by the first, after 5. c: never, in 1 + 9 seconds. d: by the first, after 1.
        var run = Of(("a", [TimedOut, Proved]), ("b", [Proved, Proved]), ("c", [NotProved, NotProved]), ("d", [Proved, NotProved]))
            .WithAttempt("a", 0, a => a with { Seconds = 2 }).WithAttempt("a", 1, a => a with { Seconds = 3 })
            .WithAttempt("b", 0, a => a with { Seconds = 5 })
            .WithAttempt("c", 1, a => a with { Seconds = 9 });
        var curves = SolvedCurves.Of(run);
        Assert.Equal(4, curves.Problems);
        Assert.Equal([new(0, 0), new(1, 0.25), new(5, 0.75), new(10, 0.75)], curves.ByTime);
    }

    [Fact]
    public void Of_no_problems_there_is_nothing_but_the_origin()
    {
        var curves = SolvedCurves.Of(Of(("a", [Proved])) with { Checks = [] });
        Assert.Empty(curves.BySamples);
        Assert.Equal([new SolvedByTime(0, 0)], curves.ByTime);
    }
}
