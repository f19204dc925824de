using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Screening;
using Prover.Bench.Tests.Dummy;

namespace Prover.Bench.Tests.Runs;

public sealed class BenchRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_prover_is_asked_before_every_statement_was_examined()
    {
        var order = new ConcurrentQueue<string>();

        await RunAsync(new Prover(_ => order.Enqueue("proved")), new Check(_ => order.Enqueue("checked")), problems: 5, parallelism: 3);

        Assert.Equal(Enumerable.Repeat("checked", 5).Concat(Enumerable.Repeat("proved", 5)), order);
    }

    [Fact]
    public async Task What_does_not_elaborate_is_kept_on_record_and_not_asked()
    {
        var asked = new ConcurrentQueue<string>();
        var run = await RunAsync(
            new Prover(p => asked.Enqueue(p.Name)),
            new Check(_ => { }) { Of = p => p.Name.Contains("01", StringComparison.Ordinal) ? StatementStatus.NotExpressible : StatementStatus.Expressible },
            problems: 3);

        Assert.Equal(3, run.Checks.Count);
        Assert.Equal("why", run.Checks[1].Reason);
        Assert.DoesNotContain(run.Problems[1].Name, asked);
        Assert.True(run.IsComplete);
    }

    [Fact]
    public async Task Known_faults_stand_beside_what_was_found()
    {
        var data = PlayedRun.Data(2);
        var run = await RunAsync(new Prover(_ => { }), new Check(_ => { }), data: data with { KnownFaults = [new KnownFault(data.Problems[1].Name, "x = 37")] });

        Assert.Null(run.Checks[0].KnownFault);
        Assert.Equal("x = 37", run.Checks[1].KnownFault);
        Assert.True(run.Checks[1].IsFaulty);
        Assert.True(run.Checks[1].IsAsked);
    }

    [Fact]
    public async Task A_cancelled_run_keeps_what_had_ended_and_nothing_else()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var begun = 0;
        var prover = new Prover(async (_, token) =>
        {
            if (Interlocked.Increment(ref begun) == 4)
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(prover, new Check(_ => { }), problems: 6, token: cancel.Token));

        var run = await RunFolder.ReadAsync(_folder.Path, Stop);
        Assert.Equal(3, run.Samples.Count);
        Assert.True(Assert.Single(run.Sessions).IsEnded);
        Assert.False(run.IsComplete);
    }

    [Fact]
    public async Task A_prover_that_throws_stops_the_run_with_what_it_threw()
    {
        var prover = new Prover(p => throw new InvalidOperationException($"at {p.Name}"));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(prover, new Check(_ => { }), problems: 6, parallelism: 3));

        Assert.StartsWith("at amc12", thrown.Message, StringComparison.Ordinal);
        Assert.Empty((await RunFolder.ReadAsync(_folder.Path, Stop)).Samples);
    }

    [Fact]
    public async Task Failures_in_a_row_stop_a_run_and_are_done_again_only_when_asked()
    {
        var broken = new Prover(_ => { }) { Outcome = SampleOutcome.Infrastructure };
        var stopped = await Assert.ThrowsAsync<RunException>(
            () => RunAsync(broken, new Check(_ => { }), problems: 9, options: new RunOptions { MaxFailuresInARow = 4 }));
        Assert.Contains("4 times in a row", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("--retry-failures", stopped.Message, StringComparison.Ordinal);

        var kept = await RunAsync(new Prover(_ => { }), new Check(_ => { }), problems: 9);
        Assert.Equal(4, kept.Samples.Count(s => s.Attempt.Outcome == SampleOutcome.Infrastructure));

        var mended = await RunAsync(new Prover(_ => { }), new Check(_ => { }), problems: 9, options: new RunOptions { RetryFailures = true });
        Assert.All(mended.Samples, s => Assert.Equal(SampleOutcome.Proved, s.Attempt.Outcome));
        Assert.True(mended.IsComplete);
    }

    [Fact]
    public async Task What_fails_again_is_not_done_for_ever()
    {
        var broken = new Prover(_ => { }) { Outcome = SampleOutcome.Infrastructure };
        await RunAsync(broken, new Check(_ => { }), problems: 3);

        var again = await RunAsync(broken, new Check(_ => { }), problems: 3, options: new RunOptions { RetryFailures = true });

        Assert.True(again.IsComplete);
        Assert.Equal(6, Directory.EnumerateFiles(_folder["samples"]).SelectMany(File.ReadLines).Count());
    }

    [Fact]
    public async Task Samples_of_one_problem_run_side_by_side()
    {
        var (underway, most) = (0, 0);
        var all = new TaskCompletionSource();
        var prover = new Prover(async (_, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underway));
            if (most == 4)
            {
                all.TrySetResult();
            }

            await all.Task.WaitAsync(token);
            Interlocked.Decrement(ref underway);
        });

        await RunAsync(prover, new Check(_ => { }), problems: 1, samples: 8, parallelism: 4);

        Assert.Equal(4, most);
    }

    [Fact]
    public async Task Progress_tells_rate_rest_tokens_and_cost()
    {
        var time = new FakeTimeProvider();
        var told = new Told();
        var prover = new Prover(_ => time.Advance(TimeSpan.FromSeconds(30)));

        await RunAsync(prover, new Check(_ => { }), problems: 4, progress: told, time: time);

        var second = told.All.Where(p => p.Phase == RunPhase.Proving && p.Last is not null).ElementAt(1);
        Assert.Equal((2, 4, 2), (second.Done, second.Total, second.Solved));
        Assert.Equal(2, second.PerMinute!.Value, 6);
        Assert.Equal(TimeSpan.FromMinutes(1), second.Remaining);
        Assert.Equal(2 * 30, second.Tokens);
        Assert.Equal(0.5m, second.Cost);
    }

    [Fact]
    public void Seeds_differ_between_problems_samples_and_runs_and_stay_the_same()
    {
        var seeds = from seed in Enumerable.Range(0, 5) from problem in new[] { "a", "b", "a1" } from sample in Enumerable.Range(0, 20) select SampleSeed.Of(seed, problem, sample);

        Assert.Equal(300, seeds.Distinct().Count());
        Assert.All(seeds, s => Assert.True(s >= 0));
        Assert.Equal(SampleSeed.Of(1, "a", 2), SampleSeed.Of(1, "a", 2));
    }

    private async Task<BenchRun> RunAsync(
        IBenchProver prover,
        IStatementCheck check,
        int problems = 2,
        int samples = 1,
        int parallelism = 1,
        DataSet? data = null,
        RunOptions? options = null,
        IProgress<RunProgress>? progress = null,
        TimeProvider? time = null,
        CancellationToken? token = null)
    {
        data ??= PlayedRun.Data(problems);
        var folder = await RunFolder.OpenAsync(_folder.Path, PlayedRun.Settings(data.Problems.Count, samples), data, cancellationToken: Stop);
        var runner = new BenchRunner(folder, data, PlayedRun.Profile, check, prover, (options ?? new RunOptions()) with { Parallelism = parallelism }, progress, time);
        return await runner.RunAsync(token ?? Stop);
    }

    private sealed class Told : IProgress<RunProgress>
    {
        public List<RunProgress> All { get; } = [];

        public void Report(RunProgress value) => All.Add(value);
    }

    private sealed class Check(Action<BenchProblem> happens) : IStatementCheck
    {
        public Func<BenchProblem, StatementStatus> Of { get; init; } = _ => StatementStatus.Expressible;

        public Task<CheckedStatement> CheckAsync(BenchProblem problem, string statement, CancellationToken cancellationToken = default)
        {
            happens(problem);
            return Task.FromResult(new CheckedStatement(problem.Name, Of(problem)) { Reason = "why" });
        }
    }

    private sealed class Prover(Func<BenchProblem, CancellationToken, Task> happens) : IBenchProver
    {
        public Prover(Action<BenchProblem> happens)
            : this((problem, _) =>
            {
                happens(problem);
                return Task.CompletedTask;
            })
        {
        }

        public ProverSettings Settings { get; } = new("played");

        public SampleOutcome Outcome { get; init; } = SampleOutcome.Proved;

        public async Task<Attempt> AttemptAsync(BenchProblem problem, string statement, int seed, CancellationToken cancellationToken = default)
        {
            await happens(problem, cancellationToken);
            return new Attempt(Outcome) { InputTokens = 10, OutputTokens = 20, Cost = 0.25m, Reason = "r" };
        }
    }
}
