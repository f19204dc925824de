using CsCheck;
using Prover.Bench.Data;
using Prover.Rounds.Rounds;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Tests.Schedules;

public sealed class StatementDifficultyTests
{
    private static readonly StatementDifficulty Estimate = new();

    [Fact]
    public void A_problems_own_difficulty_counts_before_its_size()
    {
        var found = Estimate.Of(Problem("1 = 1") with { Difficulty = 0.7 }, ProblemHistory.None);

        Assert.Equal(new Difficulty(0.7, "its own difficulty"), found);
    }

    [Fact]
    public void A_longer_statement_seems_harder_and_layout_and_name_do_not_matter()
    {
        var (small, large) = (Estimate.Of(Problem("1 = 1"), ProblemHistory.None), Estimate.Of(Problem("1 + 2 * 3 = 3 * 2 + 1"), ProblemHistory.None));

        Assert.True(small.Value < large.Value);
        Assert.Equal(small.Value, Estimate.Of(Problem("1   =\n  1", "a_name_that_is_long"), ProblemHistory.None).Value);
    }

    [Fact]
    public void Every_try_that_failed_makes_it_harder_and_it_stays_within_the_scale() =>
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, 20]).Sample((own, tries) =>
        {
            var problem = Problem("1 = 1") with { Difficulty = own };
            var (before, after) = (Estimate.Of(problem, Tried(tries)).Value, Estimate.Of(problem, Tried(tries + 1)).Value);
            Assert.InRange(after, before, 1);
        });

    private static ProblemHistory Tried(int tries) => new(tries, tries == 0 ? null : ProblemOutcome.NotProved);

    private static TrainingProblem Problem(string statement, string name = "a") => new(new BenchProblem(name, string.Empty, string.Empty, $"theorem {name} : {statement} := by"));
}
