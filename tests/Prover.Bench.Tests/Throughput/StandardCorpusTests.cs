using Microsoft.Extensions.DependencyInjection;
using Prover.Bench.Tests.RealLean;
using Prover.Bench.Throughput;
using Prover.Bench.Throughput.Corpus;
using Prover.Core.Auditing;
using Prover.Core.Lean;

namespace Prover.Bench.Tests.Throughput;

public sealed class StandardCorpusTests(LeanFixture lean)
{
    [Fact]
    public void It_has_proofs_failures_and_slow_texts_under_names_of_their_own()
    {
        var texts = StandardCorpus.Texts;
        Assert.Equal(texts.Count, texts.DistinctBy(t => t.Name).Count());
        Assert.Equal(texts.Count, texts.DistinctBy(t => t.Text).Count());
        Assert.InRange(texts.Count(t => t.Refused is null), 20, 40);
        Assert.Superset(
            new HashSet<RefusalRule?> { RefusalRule.Error, RefusalRule.Sorry, RefusalRule.Statement, RefusalRule.Definition, RefusalRule.Missing, RefusalRule.Kind, RefusalRule.Axiom, null },
            texts.Select(t => t.Refused).ToHashSet());
    }

    // All but those proofs that keep Lean busy for a second each; their like is in it with the limit of heartbeats.
    [Fact]
    public async Task Real_Lean_gives_the_expected_verdicts_and_both_sides_are_measured()
    {
        var corpus = StandardCorpus.Texts.Where(t => t.Refused is not null || !t.Text.StartsWith("set_option", StringComparison.Ordinal)).ToList();
        var report = await ThroughputBenchmark.RunAsync(
            new ThroughputOptions
            {
                Toolchain = lean.Services.GetRequiredService<ILeanToolchain>(),
                Workers = [1],
                WarmUpRounds = 1,
                Rounds = 1,
                ProcessesPerRound = 1,
                Corpus = corpus,
            },
            null,
            TestContext.Current.CancellationToken);

        var pool = Assert.Single(report.Pools);
        Assert.Equal(corpus.Count, report.Corpus.Texts);
        Assert.True(pool.VerdictsPerSecond.Min > 0);
        Assert.True(pool.WallToElaboration!.Min > 1, "One worker can't be quicker than Lean itself.");
        Assert.True(pool.LeanMemoryBytes > 100_000_000);
        Assert.Equal(1, report.Processes!.Texts);
    }
}
