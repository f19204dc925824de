using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Prover.Bench.Throughput;
using Prover.Core.Auditing;
using Prover.Core.Verification;

namespace Prover.Bench.Tests.Throughput;

public sealed class ThroughputBenchmarkTests : IAsyncDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly FakeLean _lean = new(new FakeTimeProvider());

    public ValueTask DisposeAsync() => _lean.DisposeAsync();

    [Fact]
    public async Task Rates_and_ratios_are_those_of_the_measured_rounds()
    {
        // Four verdicts of warm-up at 100 s, a round at 1 s and one at 4 s each; Lean says 0.5 s of each; 3 of 4 are proofs.
        _lean.Seconds = n => n < 4 ? 100 : n < 8 ? 1 : 4;
        var pool = Assert.Single((await _lean.RunAsync(cancellationToken: Cancellation)).Pools);
        Assert.Equal(new Spread(0.25, 0.625, 1), pool.VerdictsPerSecond);
        Assert.Equal(new Spread(0.1875, 0.46875, 0.75), pool.ProofsPerSecond);
        Assert.Equal(new Spread(2, 5, 8), pool.WallToElaboration);
        Assert.Null(pool.AgainstFirst);
    }

    [Fact]
    public async Task Latencies_are_percentiles_over_all_measured_verdicts()
    {
        _lean.Seconds = n => n < 4 ? 100 : n - 3;
        var latency = Assert.Single((await _lean.RunAsync(o => o with { Rounds = 25 }, Cancellation)).Pools).Latency;
        Assert.Equal(50.5, latency.P50, 1e-9);
        Assert.Equal(90, latency.P90, 1.0);
        Assert.Equal(99, latency.P99, 1.0);
        Assert.Equal(100, latency.Max, 1e-9);
    }

    [Fact]
    public async Task Pools_are_compared_round_by_round_with_the_first()
    {
        // One warm-up of each, then rounds of four in turn: the first at 3 s, the second at 2 s, slowed down together in the second round.
        _lean.Seconds = n => (n / 4) switch { 2 => 3, 3 => 2, 4 => 9, 5 => 6, _ => 1 };
        var report = await _lean.RunAsync(o => o with { Workers = [1, 2] }, Cancellation);
        Assert.Equal([1, 2], report.Pools.Select(p => p.Workers));
        Assert.Equal(1.5, report.Pools[1].AgainstFirst!.Min, 1e-9);
        Assert.Equal(1.5, report.Pools[1].AgainstFirst!.Max, 1e-9);
        Assert.NotNull(report.BusyLoops);
    }

    [Fact]
    public async Task One_process_per_proof_is_compared_with_the_same_texts_of_the_same_round()
    {
        _lean.Seconds = n => n < 8 ? 1 : 3;
        var report = await _lean.RunAsync(cancellationToken: Cancellation);
        var processes = report.Processes!;
        Assert.Equal(["a", "c", "b", "d"], _lean.Elaborated);
        Assert.Equal(4, processes.Texts);
        Assert.Equal(new Spread(7, 7, 7), processes.StartSeconds);
        Assert.Equal(new Spread(9, 9, 9), processes.SecondsPerText);
        Assert.Equal(new Spread(3, 6, 9), processes.AgainstPool);
        Assert.Null(report.BusyLoops);
    }

    [Fact]
    public async Task Without_Leans_own_time_there_is_no_ratio_to_it()
    {
        _lean.Judge = text => FakeLean.Known(text) with { Elaboration = TimeSpan.Zero };
        var report = await _lean.RunAsync(o => o with { ProcessesPerRound = 0 }, Cancellation);
        Assert.Null(Assert.Single(report.Pools).WallToElaboration);
        Assert.Null(report.Processes);
        Assert.Contains("Lean does not tell its own time", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_text_is_verified_against_its_statement_at_the_strongest_grade_and_without_the_store()
    {
        await _lean.RunAsync(cancellationToken: Cancellation);
        Assert.Equal(3 * _lean.Corpus.Count, _lean.Requests.Count);
        Assert.All(_lean.Requests, r => Assert.Equal((Verifier.StrongestGrade, false, $"theorem {r.Text} : True"), (r.Grade, r.UseStore, r.Statement)));
    }

    [Fact]
    public async Task A_wrong_text_that_passes_ends_the_benchmark()
    {
        _lean.Judge = text => FakeLean.Known(text with { Refused = null });
        var refusal = await Assert.ThrowsAsync<UnexpectedVerdictException>(() => _lean.RunAsync(cancellationToken: Cancellation));
        Assert.StartsWith("c: expected rejected (error), got proved (replayed)", Assert.Single(refusal.Verdicts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VerdictKind.TimedOut)]
    [InlineData(VerdictKind.Infrastructure)]
    [InlineData(VerdictKind.Rejected)]
    public async Task A_proof_that_does_not_pass_ends_the_benchmark_whatever_the_reason(VerdictKind kind)
    {
        _lean.Judge = text => text.Name == "b" ? new Verdict { Kind = kind, Reason = "So it was." } : FakeLean.Known(text);
        var refusal = await Assert.ThrowsAsync<UnexpectedVerdictException>(() => _lean.RunAsync(cancellationToken: Cancellation));
        Assert.Equal($"b: expected proved, got {kind.Word()}: So it was.", Assert.Single(refusal.Verdicts));
    }

    [Fact]
    public async Task A_proof_at_a_lower_grade_ends_the_benchmark()
    {
        _lean.Judge = text => text.Name == "b" ? FakeLean.Known(text) with { Grade = Grade.Compiled } : FakeLean.Known(text);
        var refusal = await Assert.ThrowsAsync<UnexpectedVerdictException>(() => _lean.RunAsync(cancellationToken: Cancellation));
        Assert.Contains("got proved (compiled)", Assert.Single(refusal.Verdicts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_for_another_reason_than_the_known_one_ends_the_benchmark()
    {
        _lean.Judge = text => text.Name == "c" ? FakeLean.Known(text with { Refused = RefusalRule.Statement }) : FakeLean.Known(text);
        var refusal = await Assert.ThrowsAsync<UnexpectedVerdictException>(() => _lean.RunAsync(cancellationToken: Cancellation));
        Assert.Contains("expected rejected (error), got rejected (statement)", Assert.Single(refusal.Verdicts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_verdict_in_a_measured_round_ends_the_benchmark_too()
    {
        _lean.Judge = text => _lean.Requests.Count > 10 ? new Verdict { Kind = VerdictKind.TimedOut } : FakeLean.Known(text);
        await Assert.ThrowsAsync<UnexpectedVerdictException>(() => _lean.RunAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_trusted_statement_that_is_no_good_ends_the_benchmark_with_its_name()
    {
        _lean.Judge = text => text.Name == "d" ? throw new InvalidStatementException("It does not elaborate.") : FakeLean.Known(text);
        var refusal = await Assert.ThrowsAsync<UnexpectedVerdictException>(() => _lean.RunAsync(cancellationToken: Cancellation));
        Assert.Equal(["d: It does not elaborate."], refusal.Verdicts);
    }

    [Theory]
    [InlineData(true, "an error")]
    [InlineData(false, "no error")]
    public async Task What_a_process_of_its_own_says_must_be_right_as_well(bool error, string words)
    {
        _lean.HasErrors = _ => error;
        var refusal = await Assert.ThrowsAsync<UnexpectedVerdictException>(() => _lean.RunAsync(cancellationToken: Cancellation));
        Assert.EndsWith($"reports {words}.", Assert.Single(refusal.Verdicts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_it_and_blames_no_text()
    {
        using var source = new CancellationTokenSource();
        _lean.Judge = _ =>
        {
            source.Cancel();
            return new Verdict { Kind = VerdictKind.Cancelled };
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _lean.RunAsync(cancellationToken: source.Token));
    }

    [Fact]
    public async Task Options_that_make_no_sense_are_refused()
    {
        var good = new ThroughputOptions { Toolchain = _lean };
        foreach (var bad in (ThroughputOptions[])[good with { Workers = [] }, good with { Workers = [0] }, good with { Workers = [1, 1] }, good with { Rounds = 0 }, good with { WarmUpRounds = 0 }, good with { ProcessesPerRound = -1 }, good with { Corpus = [] }])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => ThroughputBenchmark.RunAsync(bad, null, Cancellation));
        }

        // The fake's library can't be read, so nothing could be audited.
        Assert.Contains("can't be read", (await Assert.ThrowsAsync<ArgumentException>(() => ThroughputBenchmark.RunAsync(good, null, Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_written_as_text_and_as_JSON()
    {
        var report = await _lean.RunAsync(cancellationToken: Cancellation);
        var text = Text(report);
        Assert.Contains("4 texts, 3 proofs and 1 others", text, StringComparison.Ordinal);
        Assert.Contains("1.00 … 1.00 … 1.00", text, StringComparison.Ordinal);
        Assert.Contains("peak memory                              Lean 3 MB", text, StringComparison.Ordinal);

        var json = JsonDocument.Parse(report.ToJson()).RootElement;
        var pool = json.GetProperty("pools")[0];
        Assert.Equal(FakeLean.Memory, pool.GetProperty("lean_memory_bytes").GetInt64());
        Assert.Equal(1, pool.GetProperty("latency").GetProperty("p50").GetDouble());
        Assert.Equal(64, json.GetProperty("corpus").GetProperty("sha256").GetString()!.Length);
    }

    private static string Text(ThroughputReport report)
    {
        using var writer = new StringWriter();
        ThroughputText.Write(report, writer);
        return writer.ToString();
    }
}
