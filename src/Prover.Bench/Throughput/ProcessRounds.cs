using Prover.Bench.Throughput.Corpus;
using Prover.Core.Auditing;
using Prover.Core.Lean;
using Prover.Core.Statements;

namespace Prover.Bench.Throughput;

/// <summary>Elaborates texts each in a process of its own, one after another.</summary>
internal sealed class ProcessRounds(ILeanToolchain toolchain, IReadOnlyList<CorpusText> corpus, int perRound, TimeProvider time)
{
    private readonly List<double> _starts = [];
    private readonly List<double> _means = [];
    private readonly List<double> _ratios = [];

    /// <summary>One round, beside a pool's round.</summary>
    /// <exception cref="UnexpectedVerdictException">Lean reports an error in a text that has none, or none in one that has.</exception>
    public async Task MeasureAsync(PoolRound pool, CancellationToken cancellationToken)
    {
        // Texts far from each other in the table, so that every round has slow ones and quick ones.
        var count = Math.Min(perRound, corpus.Count);
        var step = corpus.Count / count;
        var chosen = Enumerable.Range(0, count).Select(i => (_means.Count + (i * step)) % corpus.Count).ToList();
        var seconds = 0.0;
        foreach (var text in chosen)
        {
            seconds += await ElaborateAsync(corpus[text], cancellationToken).ConfigureAwait(false);
        }

        _means.Add(seconds / count);
        _ratios.Add(seconds / chosen.Sum(text => pool.Latencies[text]));
    }

    public ProcessThroughput Report() => new(_starts.Count, Spread.Of(_starts), Spread.Of(_means), Spread.Of(_ratios));

    private async Task<double> ElaborateAsync(CorpusText text, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var session = await toolchain.OpenAsync(LeanHeader.Split(text.Text).Imports, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            _starts.Add(time.GetElapsedTime(started).TotalSeconds);
            var reply = await session.RunAsync(text.Text, null, cancellationToken).ConfigureAwait(false);
            return reply.HasErrors == (text.Refused == RefusalRule.Error)
                ? time.GetElapsedTime(started).TotalSeconds
                : throw new UnexpectedVerdictException([$"{text.Name}: a process of its own reports {(reply.HasErrors ? "an error" : "no error")}."]);
        }
    }
}
