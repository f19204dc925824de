using CsCheck;
using Prover.Bench.Data;
using Prover.Rounds.Makers;
using Prover.Rounds.Rounds;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Tests.Schedules;

public sealed class DifficultyEstimateTests
{
    private static readonly DifficultyEstimate Estimate = new();

    private static readonly Gen<StatementFeatures> AnyFeatures = Gen.Select(
        Gen.Int[0, 500], Gen.Int[0, 9], Gen.Int[0, 12], Gen.Int[0, 10], Gen.Int[0, 20], (t, q, v, e, a) => new StatementFeatures(t, q, v, e, a));

    [Fact]
    public void A_problems_own_difficulty_counts_before_the_looks_of_its_statement()
    {
        var found = Estimate.Of(Problem("1 = 1") with { Difficulty = 0.7 }, ProblemHistory.None);

        Assert.Equal(new Difficulty(0.7, "its own difficulty"), found);
    }

    [Fact]
    public void A_longer_statement_seems_harder_and_layout_name_and_hole_do_not_matter()
    {
        var (small, large) = (Estimate.Of(Problem("1 = 1"), ProblemHistory.None), Estimate.Of(Problem("1 + 2 * 3 = 3 * 2 + 1"), ProblemHistory.None));

        Assert.True(small.Value < large.Value);
        Assert.Equal(small.Value, Estimate.Of(Problem("1   =\n  1 -- so", "a_name.that_is_long", ":= by sorry"), ProblemHistory.None).Value);
    }

    [Fact]
    public void Failures_make_a_problem_harder_a_success_easier_and_it_stays_within_the_scale() =>
        Gen.Select(Gen.Double[0, 1], Gen.Bool, Gen.Int[0, 20]).Sample((own, isGiven, tries) =>
        {
            var problem = Problem("1 = 1") with { Difficulty = isGiven ? own : null };
            var (before, after) = (Estimate.Of(problem, Tried(tries)).Value, Estimate.Of(problem, Tried(tries + 1)).Value);
            var solved = Estimate.Of(problem, new ProblemHistory(tries + 1, ProblemOutcome.Solved)).Value;
            Assert.InRange(after, before, 1);
            Assert.InRange(solved, 0, before);
            Assert.True(solved < after);
        });

    [Fact]
    public void Every_feature_makes_a_statement_harder() => AnyFeatures.Sample(features =>
    {
        var now = DifficultyEstimate.OfStatement(features);
        return now is > 0 and < 1 && new[]
        {
            features with { Tokens = features.Tokens + 1 },
            features with { Quantifiers = features.Quantifiers + 1 },
            features with { Variables = features.Variables + 1 },
            features with { LargestExponent = features.LargestExponent + 1 },
            features with { Applications = features.Applications + 1 },
        }.All(f => DifficultyEstimate.OfStatement(f) > now);
    });

    [Fact]
    public void Much_history_outweighs_what_a_problem_says_of_itself()
    {
        Assert.True(Estimate.Of(Problem("1 = 1") with { Difficulty = 0 }, Tried(200)).Value > 0.95);
        Assert.True(Estimate.Of(Problem("1 = 1") with { Difficulty = 1 }, new ProblemHistory(1, ProblemOutcome.Solved)).Value < 1);
    }

    [Fact]
    public void Features_are_what_a_statement_shows()
    {
        var features = StatementFeatures.Of("theorem a (f : Nat → Nat) (h : ∀ n, f (n + 1) = f n) : ∃ m, f m = m^3");
        Assert.Equal((2, 4, 3, 3), (features.Quantifiers, features.Variables, features.LargestExponent, features.Applications));
    }

    [Fact]
    public void Made_problems_look_harder_where_more_difficulty_was_asked_for()
    {
        double Mean(int difficulty) => ProblemMakers.All.SelectMany(m => Enumerable.Range(0, 40).Select(s => m.Make(s, difficulty)))
            .Average(p => DifficultyEstimate.OfStatement(StatementFeatures.Of(p.Statement)));
        Assert.True(Mean(1) < Mean(4) && Mean(4) < Mean(7));
    }

    [Fact]
    public void With_estimates_that_tries_change_no_problem_is_left_out_for_ever() =>
        Gen.Select(Gen.Double[0, 1].Array[1, 30], Gen.Int[1, 9], Gen.Int[1, 5]).Sample((own, solvedAt, bands) =>
        {
            var problems = own.Select((d, i) => Problem("1 = 1", $"p{i}") with { Difficulty = d }).ToList();
            var histories = problems.ToDictionary(p => p.Name, _ => (History: ProblemHistory.None, Last: (int?)null));
            var schedule = new WideningSchedule(new ScheduleSettings { Bands = bands });
            int? window = null;
            for (var round = 1; ; round++)
            {
                var rated = problems.Select(p => new RatedProblem(p.Name, Estimate.Of(p, histories[p.Name].History), histories[p.Name].History, histories[p.Name].Last));
                var choice = schedule.Choose(new ScheduleRequest(round, [.. rated], window, null));
                if (choice.Problems.Count == 0)
                {
                    break;
                }

                window = choice.Window;
                foreach (var name in choice.Problems.Select(p => p.Problem))
                {
                    var tries = histories[name].History.Tries + 1;
                    histories[name] = (new ProblemHistory(tries, (name.Length + tries) % 10 >= solvedAt ? ProblemOutcome.Solved : ProblemOutcome.NotProved), round);
                }
            }

            Assert.All(histories.Values, h => Assert.True(h.History.IsSolved || h.History.Tries == 3));
        });

    private static ProblemHistory Tried(int tries) => new(tries, tries == 0 ? null : ProblemOutcome.NotProved);

    private static TrainingProblem Problem(string statement, string name = "a", string hole = ":= by") =>
        new(new BenchProblem(name, string.Empty, string.Empty, $"theorem {name} : {statement} {hole}"));
}
