using Prover.Bench.Runs;
using Prover.Bench.Scores;
using Prover.Bench.Screening;
using static Prover.Bench.Tests.Scores.Runs;

namespace Prover.Bench.Tests.Scores;

public sealed class RunComparerTests
{
    private static readonly BenchRun A = Of(("p", [Proved, Proved]), ("q", [Proved, NotProved]), ("r", [NotProved, Proved]), ("s", [NotProved, Refuted]));

    private static readonly BenchRun B = Named(
        "loop", Of(("p", [NotProved, Proved]), ("q", [NotProved, TimedOut]), ("r", [NotProved, NotProved]), ("s", [NotProved, Proved])));

    [Fact]
    public void Problems_fall_into_four_cells_and_the_test_is_over_those_that_differ()
    {
        var c = RunComparer.Compare(A, B);
        Assert.Equal(("portfolio", "loop", 4, 2), (c.A, c.B, c.Problems, c.Samples));
        Assert.Equal((1, 2, 1, 0), (c.Both, c.OnlyA, c.OnlyB, c.Neither));
        Assert.Equal(McNemarTest.PValue(2, 1), c.PValue);
        Assert.Empty(c.Warnings);
    }

    [Fact]
    public void Each_difference_says_how_the_other_side_ended()
    {
        var c = RunComparer.Compare(A, B);
        Assert.Equal(
            [
                new("q", "portfolio", "1 not proved, 1 timed out", true),
                new("r", "portfolio", "2 not proved", false),
                new("s", "loop", "1 refuted, 1 not proved", false),
            ],
            c.Differences);
        Assert.Equal(1, c.Undetermined);
        Assert.Equal(McNemarTest.PValue(1, 1), c.PValueOfDetermined);
    }

    [Fact]
    public void Without_undetermined_differences_there_is_no_second_test_and_without_differences_p_is_1()
    {
        var c = RunComparer.Compare(A, Named("loop", A));
        Assert.Equal((1.0, null, 3, 1), (c.PValue, c.PValueOfDetermined, c.Both, c.Neither));
    }

    [Fact]
    public void The_other_way_round_it_says_the_same()
    {
        var (ab, ba) = (RunComparer.Compare(A, B), RunComparer.Compare(B, A));
        Assert.Equal((ab.OnlyA, ab.OnlyB, ab.PValue, ab.PValueOfDetermined), (ba.OnlyB, ba.OnlyA, ba.PValue, ba.PValueOfDetermined));
        Assert.Equal(ab.Differences, ba.Differences);
    }

    [Fact]
    public void Runs_of_one_prover_are_told_apart_by_their_folders()
    {
        var c = RunComparer.Compare(A, A with { Folder = "/runs/second/" });
        Assert.Equal(("portfolio (first)", "portfolio (second)"), (c.A, c.B));
    }

    [Fact]
    public void The_smaller_number_of_samples_is_compared_and_the_rest_ignored()
    {
        var c = RunComparer.Compare(A, B.With(s => s with { Samples = 1 }));
        Assert.Equal(1, c.Samples);
        Assert.Equal((0, 2, 0, 2), (c.Both, c.OnlyA, c.OnlyB, c.Neither));
        Assert.Equal(["portfolio has 2 samples of a problem, loop 1: the first 1 of each is compared."], c.Warnings);
    }

    [Fact]
    public void A_problem_with_too_few_samples_is_left_out_and_told()
    {
        var c = RunComparer.Compare(A, B.Without(s => s is { Problem: "q", Sample: 0 }));
        Assert.Equal(3, c.Problems);
        Assert.DoesNotContain(c.Differences, d => d.Problem == "q");
        Assert.Equal(
            [
                "loop is unfinished: 4 of 4 statements examined, 7 samples on record.",
                "1 problem (q) has too few samples on record and left out.",
            ],
            c.Warnings);
    }

    [Fact]
    public void A_problem_that_states_something_else_is_left_out_and_told()
    {
        var other = B with { Problems = [.. B.Problems.Select(p => p.Name == "p" ? p with { Statement = "theorem p : 1 = 1 := by" } : p)] };
        var c = RunComparer.Compare(A, other.With(s => s with { Data = s.Data with { Sha256 = "11" } }));
        Assert.Equal((3, 0), (c.Problems, c.Both));
        Assert.Equal(2, c.Warnings.Count);
        Assert.StartsWith("The data differ: portfolio is about test (00), loop about test (11).", c.Warnings[0], StringComparison.Ordinal);
        Assert.StartsWith("1 problem (p) states something else", c.Warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Under_another_profile_nothing_is_the_same_unless_the_text_is()
    {
        var c = RunComparer.Compare(A, B.With(s => s with { Profile = "mathlib", Header = "import Mathlib\n" }));
        Assert.Equal((0, 1.0), (c.Problems, c.PValue));
        Assert.StartsWith("4 problems (p, q, r, …) state something else in the two runs, in the data or by the profile (core, mathlib)", c.Warnings[0], StringComparison.Ordinal);
        Assert.Equal(4, RunComparer.Compare(A, B.With(s => s with { Header = string.Empty })).Problems);
    }

    [Fact]
    public void A_problem_that_one_run_did_not_ask_is_left_out_and_told()
    {
        var c = RunComparer.Compare(A, B.WithCheck("p", s => s with { Status = StatementStatus.NotExpressible }).Without(s => s.Problem == "p"));
        Assert.Equal(3, c.Problems);
        Assert.Equal(["1 problem (p) was asked of one prover only, by what was found of the statement, and left out."], c.Warnings);
    }

    [Fact]
    public void Other_settings_are_told_one_by_one()
    {
        var other = B.With(s => s with { Lean = "native Lean 4" }).WithProver(p => p with { Grade = "compiled", TimeLimitSeconds = 1.5, MaxTokens = 10_000 });
        Assert.Equal(
            [
                "The Lean differs: embedded Lean 0 for portfolio, native Lean 4 for loop.",
                "The grade that a proof must reach differs: replayed for portfolio, compiled for loop.",
                "The time limit of a sample differs: 60 s for portfolio, 1.5 s for loop.",
                "The limit of tokens differs: none for portfolio, 10,000 for loop.",
            ],
            RunComparer.Compare(A, other).Warnings);
    }

    private static BenchRun Named(string name, BenchRun run) => run.WithProver(p => p with { Name = name });
}
