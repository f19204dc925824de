using Microsoft.Extensions.Time.Testing;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Lean.Pool;

namespace Prover.Lean.Tests.Pool;

public sealed class ProcessorTimeTests : IAsyncDisposable
{
    private readonly FakeToolchain _lean = new();
    private readonly FakeTimeProvider _time = new();
    private LeanPool? _pool;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processor_time_is_told_where_it_is_limited()
    {
        _lean.OnRun = (session, text, _) =>
        {
            session.ProcessorTime += text.Contains("theorem", StringComparison.Ordinal) ? TimeSpan.FromSeconds(3) : TimeSpan.Zero;
            return Task.FromResult(session.Reply());
        };
        _lean.Born = session => session.ProcessorTime = TimeSpan.FromSeconds(40);
        var pool = Pool();

        var limited = await pool.CheckAsync(Text("theorem a : True := trivial") with { ProcessorTimeLimit = TimeSpan.FromSeconds(9) }, Token);
        var free = await pool.CheckAsync(Text("theorem b : True := trivial"), Token);

        Assert.Equal(TimeSpan.FromSeconds(3), Assert.IsType<CheckOutcome.Completed>(limited).ProcessorTime);
        Assert.Null(free.ProcessorTime);
    }

    [Fact]
    public async Task A_check_that_costs_more_than_its_processor_time_times_out_and_its_process_may_end_it()
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _lean.Born = session => session.ProcessorTime = TimeSpan.FromSeconds(40);
        _lean.OnRun = async (session, text, _) =>
        {
            if (text.Contains("dear", StringComparison.Ordinal))
            {
                session.ProcessorTime = TimeSpan.FromSeconds(50);
                running.SetResult();
                await end.Task;
            }

            return session.Reply();
        };
        var pool = Pool(new LeanPoolOptions { Workers = 1, Spares = 0, AbandonGrace = TimeSpan.FromSeconds(5) });

        var dear = pool.CheckAsync(Text("theorem dear : True := trivial") with { ProcessorTimeLimit = TimeSpan.FromSeconds(8) }, Token);
        await running.Task;
        _time.Advance(TimeSpan.FromSeconds(4));
        var outcome = await dear;
        end.SetResult();
        var next = await pool.CheckAsync(Text("theorem b : True := trivial"), Token);

        Assert.Equal(TimeSpan.FromSeconds(8), Assert.IsType<CheckOutcome.TimedOut>(outcome).Limit);
        Assert.Equal(TimeSpan.FromSeconds(10), outcome.ProcessorTime);
        Assert.IsType<CheckOutcome.Completed>(next);
        Assert.Equal(1, _lean.Opened);
    }

    [Fact]
    public async Task A_system_that_tells_no_processor_time_is_measured_by_the_clock()
    {
        _lean.OnRun = (session, text, _) =>
        {
            _time.Advance(text.Contains("theorem", StringComparison.Ordinal) ? TimeSpan.FromSeconds(3) : TimeSpan.Zero);
            return Task.FromResult(session.Reply());
        };

        var outcome = await Pool().CheckAsync(Text("theorem a : True := trivial") with { ProcessorTimeLimit = TimeSpan.FromSeconds(9) }, Token);

        Assert.Equal(TimeSpan.FromSeconds(3), outcome.ProcessorTime);
    }

    [Fact]
    public async Task A_new_process_does_its_exercise_before_its_first_check()
    {
        await Pool(new LeanPoolOptions { Workers = 1, Spares = 0, Exercise = "example : True := trivial" }).CheckAsync(Text("theorem a : True := trivial"), Token);

        Assert.Equal("example : True := trivial", Assert.Single(_lean.Sessions).Runs.First().Text);
    }

    [Fact]
    public async Task A_process_that_fails_at_its_exercise_is_told_as_one_that_does_not_start()
    {
        _lean.OnRun = (_, _, _) => throw new LeanSessionException("out of memory");

        var outcome = await Pool(new LeanPoolOptions { Workers = 1, Spares = 0, Exercise = "example : True := trivial" }).CheckAsync(Text("theorem a : True := trivial"), Token);

        Assert.Contains("out of memory", Assert.IsType<CheckOutcome.InfrastructureFailure>(outcome).Reason, StringComparison.Ordinal);
        Assert.All(_lean.Sessions, s => Assert.True(s.IsDisposed));
    }

    [Fact]
    public async Task A_check_that_leaves_before_it_has_a_process_has_cost_nothing()
    {
        var (running, end) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _time.Advance(TimeSpan.FromHours(8));
        _lean.OnRun = async (session, text, _) =>
        {
            if (text.Contains("theorem", StringComparison.Ordinal))
            {
                running.TrySetResult();
                await end.Task;
            }

            return session.Reply();
        };
        var pool = Pool(new LeanPoolOptions { Workers = 1, Spares = 0 });
        using var leave = new CancellationTokenSource();

        var first = pool.CheckAsync(Text("theorem a : True := trivial"), Token);
        await running.Task;
        var waiting = pool.CheckAsync(Text("theorem b : True := trivial") with { ProcessorTimeLimit = TimeSpan.FromSeconds(9) }, leave.Token);
        await leave.CancelAsync();
        var outcome = await waiting;
        end.SetResult();
        await first;

        Assert.IsType<CheckOutcome.Cancelled>(outcome);
        Assert.Equal(TimeSpan.Zero, outcome.ProcessorTime);
    }

    public async ValueTask DisposeAsync()
    {
        if (_pool is not null)
        {
            await _pool.DisposeAsync();
        }
    }

    private static CheckRequest Text(string text) => new() { Text = text };

    private LeanPool Pool(LeanPoolOptions? options = null) => _pool = new LeanPool(_lean, options ?? new LeanPoolOptions { Workers = 1, Spares = 0 }, _time);
}
