using MathNet.Numerics.Statistics;
using Prover.Bench.Throughput.Corpus;
using Prover.Core.Verification;

namespace Prover.Bench.Throughput;

/// <summary>Sends the corpus through one pool, round by round, and keeps what that took.</summary>
internal sealed class PoolRounds(VerificationStack stack, IReadOnlyList<CorpusText> corpus, TimeProvider time)
{
    private readonly List<PoolRound> _rounds = [];
    private long _lean;
    private long _own;

    public int Workers => stack.Workers;

    /// <summary>One round that is not kept.</summary>
    /// <exception cref="UnexpectedVerdictException">A verdict is not the expected one.</exception>
    public Task WarmUpAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    /// <summary>One round.</summary>
    /// <exception cref="UnexpectedVerdictException">A verdict is not the expected one.</exception>
    public async Task<PoolRound> MeasureAsync(CancellationToken cancellationToken)
    {
        var watch = new MemoryWatch(stack.MemoryBytes, time);
        await using (watch.ConfigureAwait(false))
        {
            _rounds.Add(await RunAsync(cancellationToken).ConfigureAwait(false));
        }

        (_lean, _own) = (Math.Max(_lean, watch.Lean), Math.Max(_own, watch.Own));
        return _rounds[^1];
    }

    public PoolThroughput Report(PoolRounds first)
    {
        var latencies = _rounds.SelectMany(r => r.Latencies).Order().ToArray();
        var proofs = corpus.Count(t => t.Expected == VerdictKind.Proved);
        return new PoolThroughput(
            Workers,
            Spread.Of([.. _rounds.Select(r => corpus.Count / r.Seconds)]),
            Spread.Of([.. _rounds.Select(r => proofs / r.Seconds)]),
            _rounds.TrueForAll(r => r.ElaborationSeconds > 0) ? Spread.Of([.. _rounds.Select(r => r.Seconds / r.ElaborationSeconds)]) : null,
            new Latency(
                SortedArrayStatistics.Quantile(latencies, 0.5),
                SortedArrayStatistics.Quantile(latencies, 0.9),
                SortedArrayStatistics.Quantile(latencies, 0.99),
                latencies[^1]),
            _lean,
            _own,
            stack.Restarts())
        {
            AgainstFirst = first == this ? null : Spread.Of([.. first._rounds.Zip(_rounds, (one, other) => one.Seconds / other.Seconds)]),
        };
    }

    private async Task<PoolRound> RunAsync(CancellationToken cancellationToken)
    {
        var (latencies, verdicts) = (new double[corpus.Count], new Verdict?[corpus.Count]);
        var unexpected = new string?[corpus.Count];
        var started = time.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, corpus.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellationToken },
            async (i, token) =>
            {
                var asked = time.GetTimestamp();
                (verdicts[i], unexpected[i]) = await VerifyAsync(corpus[i], token).ConfigureAwait(false);
                latencies[i] = time.GetElapsedTime(asked).TotalSeconds;
            }).ConfigureAwait(false);
        var seconds = time.GetElapsedTime(started).TotalSeconds;

        // A cancelled check is a verdict too, and nothing that a text is to blame for.
        cancellationToken.ThrowIfCancellationRequested();
        List<string> wrong = [.. unexpected.OfType<string>()];
        return wrong.Count == 0
            ? new PoolRound(seconds, verdicts.Sum(v => v!.Elaboration.TotalSeconds), latencies)
            : throw new UnexpectedVerdictException(wrong);
    }

    private async Task<(Verdict? Verdict, string? Unexpected)> VerifyAsync(CorpusText text, CancellationToken cancellationToken)
    {
        try
        {
            var verdict = await stack.Verifier.VerifyAsync(
                new VerifyRequest { Text = text.Text, Statement = text.Statement, UseStore = false }, cancellationToken).ConfigureAwait(false);
            return (verdict, Unexpected(text, verdict));
        }
        catch (InvalidStatementException e)
        {
            return (null, $"{text.Name}: {e.Message}");
        }
    }

    private static string? Unexpected(CorpusText text, Verdict verdict)
    {
        var isExpected = verdict.Kind == text.Expected
            && verdict.Refusal?.Rule == text.Refused
            && verdict.Grade == (text.Expected == VerdictKind.Proved ? Verifier.StrongestGrade : null);
        return isExpected
            ? null
            : $"{text.Name}: expected {Words(text.Expected, text.Refused?.ToString())}, got {Words(verdict.Kind, verdict.Refusal?.Rule.ToString() ?? verdict.Grade?.ToString())}: {verdict.Reason}";
    }

    private static string Words(VerdictKind kind, string? detail) => detail is null ? kind.Word() : $"{kind.Word()} ({detail.ToLowerInvariant()})";
}

/// <summary>What one round of a pool took.</summary>
/// <param name="Seconds">Wall-clock seconds of the round.</param>
/// <param name="ElaborationSeconds">Lean's own time for all its texts.</param>
/// <param name="Latencies">Wall-clock seconds of each text, in the corpus's order.</param>
internal sealed record PoolRound(double Seconds, double ElaborationSeconds, IReadOnlyList<double> Latencies);
