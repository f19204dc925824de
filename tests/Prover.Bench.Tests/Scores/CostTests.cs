using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Scores;
using static Prover.Bench.Tests.Scores.Runs;

namespace Prover.Bench.Tests.Scores;

public sealed class CostTests
{
    private static readonly BenchRun Run = Of(("a", [Proved, NotProved]), ("b", [NotProved, NotProved]))
        .WithAttempt("a", 0, a => a with { Seconds = 3, InputTokens = 100, OutputTokens = 400, Cost = 0.5m })
        .WithAttempt("b", 1, a => a with { Seconds = 5, InputTokens = 200, OutputTokens = 300, Cost = 0.25m })
        .WithProver(p => p with { Models = [Model("m", "EUR"), Model("free", null)] });

    [Fact]
    public void Costs_of_samples_are_added_up()
    {
        var costs = Scorer.Score(Run).Costs;
        Assert.Equal((300, 700, 0.75m, "EUR"), (costs.InputTokens, costs.OutputTokens, costs.Cost, costs.Currency));
        Assert.Equal(10, costs.SampleSeconds);
        Assert.Equal(1_000, costs.SolvedPerMillionTokens);
        Assert.Equal((10.0, 2.0, 0.1), (costs.ProcessorSeconds, costs.CheckingProcessorSeconds, costs.SolvedPerProcessorSecond));
    }

    [Fact]
    public void Prices_in_different_currencies_are_not_added()
    {
        var costs = Scorer.Score(Run.WithProver(p => p with { Models = [Model("m", "EUR"), Model("n", "USD")] })).Costs;
        Assert.Equal((0m, null), (costs.Cost, costs.Currency));
    }

    [Fact]
    public void Without_models_there_are_neither_tokens_nor_a_currency()
    {
        var costs = Scorer.Score(Of(("a", [Proved]))).Costs;
        Assert.Null(costs.Currency);
        Assert.Null(costs.SolvedPerMillionTokens);
    }

    [Fact]
    public void Sessions_are_added_up_and_one_that_left_no_sample_takes_nothing_away()
    {
        var run = Run with { Sessions = [.. Run.Sessions, new SessionRecord("t", default) { ProvingProcessorSeconds = 5 }, new SessionRecord("u", default)] };
        var costs = Scorer.Score(run).Costs;
        Assert.Equal(15, costs.ProcessorSeconds);
        Assert.Null(costs.CheckingProcessorSeconds);
    }

    [Fact]
    public void A_session_with_samples_that_could_not_measure_leaves_processor_seconds_unknown()
    {
        var first = Run.Samples[0] with { Session = "t" };
        var run = Run with { Sessions = [.. Run.Sessions, new SessionRecord("t", default)], Samples = [first, .. Run.Samples.Skip(1)] };
        Assert.Null(Scorer.Score(run).Costs.ProcessorSeconds);
        Assert.Null(Scorer.Score(run).Costs.SolvedPerProcessorSecond);
        Assert.Null(Scorer.Score(Run with { Sessions = [] }).Costs.ProcessorSeconds);
    }

    private static ModelSettings Model(string name, string? currency) => new(name, name, "http://127.0.0.1") { Currency = currency };
}
