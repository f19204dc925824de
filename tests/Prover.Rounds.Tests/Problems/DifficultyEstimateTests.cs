using CsCheck;
using Prover.Rounds.Makers;
using Prover.Rounds.Problems.Difficulty;

namespace Prover.Rounds.Tests.Problems;

public sealed class DifficultyEstimateTests
{
    private static readonly Gen<StatementFeatures> AnyFeatures = Gen.Select(
        Gen.Int[0, 500], Gen.Int[0, 9], Gen.Int[0, 12], Gen.Int[0, 10], Gen.Int[0, 20], (t, q, v, e, a) => new StatementFeatures(t, q, v, e, a));

    private static readonly Gen<TryHistory> AnyHistory =
        from tries in Gen.Int[0, 50]
        from successes in Gen.Int[0, tries]
        from seconds in Gen.Double[0, 500]
        select new TryHistory(tries, successes, TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Failures_and_time_make_a_problem_harder_and_successes_easier() => Gen.Select(AnyFeatures, AnyHistory).Sample((features, history) =>
    {
        var now = DifficultyEstimate.Of(features, history);
        return now is > 0 and < 1
            && DifficultyEstimate.Of(features, history with { Tries = history.Tries + 1 }) > now
            && DifficultyEstimate.Of(features, history with { Tries = history.Tries + 1, Successes = history.Successes + 1 }) < now
            && DifficultyEstimate.Of(features, history with { MeanTime = history.MeanTime + TimeSpan.FromSeconds(1) }) > now;
    });

    [Fact]
    public void Every_feature_makes_a_statement_harder() => Gen.Select(AnyFeatures, AnyHistory).Sample((features, history) =>
    {
        var now = DifficultyEstimate.Of(features, history);
        return new[]
        {
            features with { Tokens = features.Tokens + 1 },
            features with { Quantifiers = features.Quantifiers + 1 },
            features with { Variables = features.Variables + 1 },
            features with { LargestExponent = features.LargestExponent + 1 },
            features with { Applications = features.Applications + 1 },
        }.All(f => DifficultyEstimate.Of(f, history) > now);
    });

    [Fact]
    public void Much_history_outweighs_the_looks()
    {
        var (plain, awful) = (new StatementFeatures(5, 0, 0, 0, 0), new StatementFeatures(400, 8, 9, 9, 20));
        Assert.True(DifficultyEstimate.Of(plain, new TryHistory(200, 0)) > 0.95);
        Assert.True(DifficultyEstimate.Of(awful, new TryHistory(200, 200)) < 0.05);
        Assert.Throws<ArgumentException>(() => DifficultyEstimate.Of(plain, new TryHistory(1, 2)));
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
}
