using Microsoft.Extensions.Time.Testing;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Lean.Pool;

namespace Prover.Lean.Tests.Pool;

public sealed class LeanPoolTests : IAsyncDisposable
{
    private readonly FakeToolchain _lean = new();
    private readonly FakeTimeProvider _time = new();
    private LeanPool? _pool;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_header_is_elaborated_once_and_kept_warm()
    {
        var pool = Pool();

        await pool.CheckAsync(Text("open Nat\ntheorem a : True := trivial"), Token);
        await pool.CheckAsync(Text("open Nat\ntheorem b : True := trivial"), Token);

        var session = Assert.Single(_lean.Sessions);
        Assert.Equal(
            [("open Nat\n", null), ("theorem a : True := trivial", 0), ("theorem b : True := trivial", 0)],
            session.Runs);
    }

    [Fact]
    public async Task Positions_are_those_of_the_whole_text()
    {
        _lean.OnRun = (session, text, _) => Task.FromResult(text.StartsWith("theorem", StringComparison.Ordinal)
            ? session.Reply(new LeanMessage(LeanSeverity.Error, new LeanPosition(1, 3), new LeanPosition(2, 0), "no"))
            : session.Reply());

        var outcome = await Pool().CheckAsync(Text("open Nat\n\ntheorem a : True := x\n"), Token);

        var message = Assert.Single(Assert.IsType<CheckOutcome.Completed>(outcome).Messages);
        Assert.Equal(new LeanPosition(3, 3), message.Start);
        Assert.Equal(new LeanPosition(4, 0), message.End);
    }

    [Fact]
    public async Task A_header_with_errors_leaves_the_whole_text_to_Lean()
    {
        _lean.OnRun = (session, text, _) => Task.FromResult(
            session.Reply(new LeanMessage(LeanSeverity.Error, new LeanPosition(1, 0), null, text)));

        var outcome = await Pool().CheckAsync(Text("open Nowhere\ntheorem a : True := trivial"), Token);

        Assert.Equal("open Nowhere\ntheorem a : True := trivial", Assert.Single(Assert.IsType<CheckOutcome.Completed>(outcome).Messages).Text);
    }

    [Fact]
    public async Task What_a_check_leaves_behind_is_forgotten()
    {
        var pool = Pool();

        for (var i = 0; i < 40; i++)
        {
            await pool.CheckAsync(Text($"theorem t{i} : True := trivial"), Token);
        }

        await pool.DisposeAsync();

        Assert.Equal(Enumerable.Range(1, 32), Assert.Single(_lean.Sessions).Dropped);
    }

    [Fact]
    public async Task A_check_that_outlasts_its_limit_times_out_and_the_next_is_right()
    {
        _lean.OnRun = (session, text, token) =>
        {
            if (!text.Contains("loop", StringComparison.Ordinal))
            {
                return Task.FromResult(session.Reply());
            }

            _time.Advance(TimeSpan.FromSeconds(5));
            return Never(token);
        };
        var pool = Pool();

        var slow = await pool.CheckAsync(Text("theorem loop : True := trivial") with { TimeLimit = TimeSpan.FromSeconds(5) }, Token);
        var next = await pool.CheckAsync(Text("theorem b : True := trivial"), Token);

        Assert.Equal(TimeSpan.FromSeconds(5), Assert.IsType<CheckOutcome.TimedOut>(slow).Limit);
        Assert.IsType<CheckOutcome.Completed>(next);
        Assert.Equal(2, _lean.Opened);
        Assert.True(_lean.Sessions.Single(s => s.Number == 1).IsDisposed);
    }

    [Fact]
    public async Task A_process_that_fails_is_replaced_and_the_check_tried_once_more()
    {
        _lean.OnRun = (session, _, _) => session.Number == 1 ? throw new LeanSessionException("died") : Task.FromResult(session.Reply());
        var pool = Pool();

        var outcome = await pool.CheckAsync(Text("theorem a : True := trivial"), Token);

        Assert.IsType<CheckOutcome.Completed>(outcome);
        Assert.Equal(1, pool.GetStatus().Restarts);
    }

    [Fact]
    public async Task What_fails_twice_is_a_failure_of_the_machinery()
    {
        _lean.OnRun = (_, _, _) => throw new LeanSessionException("out of memory");

        var outcome = await Pool().CheckAsync(Text("theorem a : True := trivial"), Token);

        Assert.Contains("out of memory", Assert.IsType<CheckOutcome.InfrastructureFailure>(outcome).Reason, StringComparison.Ordinal);
        Assert.Equal(2, _lean.Opened);
    }

    [Fact]
    public async Task A_toolchain_that_does_not_start_is_a_failure_with_its_remedy()
    {
        _lean.OnOpen = (_, _) => throw new ToolchainException("install Lean");

        var outcome = await Pool().CheckAsync(Text("theorem a : True := trivial"), Token);

        Assert.Equal("install Lean", Assert.IsType<CheckOutcome.InfrastructureFailure>(outcome).Reason);
    }

    [Fact]
    public async Task A_caller_who_leaves_gets_an_answer_at_once_and_the_process_lives_on()
    {
        var running = new TaskCompletionSource();
        var answer = new TaskCompletionSource<LeanReply>();
        _lean.OnRun = (session, text, _) =>
        {
            if (!text.Contains("slow", StringComparison.Ordinal))
            {
                return Task.FromResult(session.Reply());
            }

            running.SetResult();
            return answer.Task;
        };
        var pool = Pool();
        using var cancel = new CancellationTokenSource();

        var check = pool.CheckAsync(Text("theorem slow : True := trivial"), cancel.Token);
        await running.Task;
        await cancel.CancelAsync();
        Assert.IsType<CheckOutcome.Cancelled>(await check);
        answer.SetResult(_lean.Sessions.Single().Reply());

        Assert.IsType<CheckOutcome.Completed>(await pool.CheckAsync(Text("theorem b : True := trivial"), Token));
        Assert.Equal(1, _lean.Opened);
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once()
    {
        var gate = new TaskCompletionSource<LeanReply>();
        _lean.OnRun = (_, _, _) => gate.Task;
        var pool = Pool(new LeanPoolOptions { Workers = 1, Spares = 0, QueueCapacity = 1 });

        var running = pool.CheckAsync(Text("theorem a : True := trivial"), Token);
        var waiting = pool.CheckAsync(Text("theorem b : True := trivial"), Token);
        var refused = await pool.CheckAsync(Text("theorem c : True := trivial"), Token);
        gate.SetResult(new LeanReply(0, [], [], TimeSpan.Zero));

        Assert.True(Assert.IsType<CheckOutcome.InfrastructureFailure>(refused).Overloaded);
        Assert.IsType<CheckOutcome.Completed>(await running);
        Assert.IsType<CheckOutcome.Completed>(await waiting);
    }

    [Fact]
    public async Task Cancelling_in_the_queue_frees_the_place()
    {
        var gate = new TaskCompletionSource<LeanReply>();
        _lean.OnRun = (_, _, _) => gate.Task;
        var pool = Pool(new LeanPoolOptions { Workers = 1, Spares = 0, QueueCapacity = 1 });
        using var cancel = new CancellationTokenSource();

        var running = pool.CheckAsync(Text("theorem a : True := trivial"), Token);
        var waiting = pool.CheckAsync(Text("theorem b : True := trivial"), cancel.Token);
        await cancel.CancelAsync();

        Assert.IsType<CheckOutcome.Cancelled>(await waiting);
        Assert.Equal(0, pool.GetStatus().Queued);
        gate.SetResult(new LeanReply(0, [], [], TimeSpan.Zero));
        Assert.IsType<CheckOutcome.Completed>(await running);
    }

    [Fact]
    public async Task No_more_checks_run_than_there_are_workers()
    {
        var (running, most) = (0, 0);
        var gate = new Lock();
        _lean.OnRun = async (session, _, _) =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++running);
            }

            await Task.Yield();
            lock (gate)
            {
                running--;
            }

            return session.Reply();
        };
        var pool = Pool(new LeanPoolOptions { Workers = 3, Spares = 0 });

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => pool.CheckAsync(Text($"theorem t{i} : True := trivial"), Token)));

        Assert.InRange(most, 1, 3);
        Assert.InRange(_lean.Opened, 1, 3);
        Assert.Equal(200, pool.GetStatus().Checks);
    }

    [Fact]
    public async Task A_process_is_replaced_after_its_uses()
    {
        var pool = Pool(new LeanPoolOptions { Workers = 1, Spares = 0, MaxUses = 2 });

        for (var i = 0; i < 5; i++)
        {
            await pool.CheckAsync(Text("theorem a : True := trivial"), Token);
        }

        Assert.Equal(3, _lean.Opened);
    }

    [Fact]
    public async Task A_process_that_has_grown_too_large_is_replaced()
    {
        _lean.OnRun = (session, _, _) =>
        {
            session.MemoryBytes = 200;
            return Task.FromResult(session.Reply());
        };
        var pool = Pool(new LeanPoolOptions { Workers = 1, Spares = 0, RecycleMemoryBytes = 100 });

        await pool.CheckAsync(Text("theorem a : True := trivial"), Token);
        await pool.CheckAsync(Text("theorem a : True := trivial"), Token);

        Assert.Equal(2, _lean.Opened);
    }

    [Fact]
    public async Task A_process_that_is_worn_is_replaced()
    {
        _lean.OnRun = (session, _, _) =>
        {
            session.IsWorn = true;
            return Task.FromResult(session.Reply());
        };
        var pool = Pool();

        await pool.CheckAsync(Text("theorem a : True := trivial"), Token);
        await pool.CheckAsync(Text("theorem a : True := trivial"), Token);

        Assert.Equal(2, _lean.Opened);
    }

    [Fact]
    public async Task The_status_counts_the_memory_of_busy_processes_too()
    {
        var gate = new TaskCompletionSource<LeanReply>();
        var running = new TaskCompletionSource();
        _lean.OnRun = (session, _, _) =>
        {
            session.MemoryBytes = 700;
            running.TrySetResult();
            return gate.Task;
        };
        var pool = Pool();

        var check = pool.CheckAsync(Text("theorem a : True := trivial"), Token);
        await running.Task;
        var busy = pool.GetStatus();
        gate.SetResult(new LeanReply(0, [], [], TimeSpan.Zero));
        await check;

        Assert.Equal((1, 1, 700), (busy.Workers, busy.Busy, busy.MemoryBytes));
    }

    [Fact]
    public async Task A_spare_stands_by_when_a_process_is_ended()
    {
        var spareReady = new TaskCompletionSource();
        _lean.OnOpen = (number, _) =>
        {
            if (number == 3)
            {
                spareReady.SetResult();
            }

            return Task.CompletedTask;
        };
        _lean.OnRun = (session, text, _) =>
            text.Contains("die", StringComparison.Ordinal) && session.Number == 1 ? throw new LeanSessionException("died") : Task.FromResult(session.Reply());
        var pool = Pool(new LeanPoolOptions { Workers = 1, Spares = 1 });

        await pool.CheckAsync(Text("theorem die : True := trivial"), Token);
        await spareReady.Task;

        // The first died, the spare took over, another spare was started for it.
        Assert.Equal(3, _lean.Opened);
        Assert.NotEmpty(_lean.Sessions.Single(s => s.Number == 2).Runs);
    }

    [Fact]
    public async Task Texts_with_other_imports_get_a_process_of_their_own()
    {
        var pool = Pool(new LeanPoolOptions { Workers = 1, Spares = 0 });

        await pool.CheckAsync(Text("import Std\ntheorem a : True := trivial"), Token);
        await pool.CheckAsync(Text("import Lean\ntheorem a : True := trivial"), Token);

        Assert.Equal(["Lean", "Std"], _lean.Sessions.Select(s => s.Imports.Key).Order());
        Assert.Single(_lean.Sessions, s => s.IsDisposed);
    }

    [Fact]
    public async Task Heartbeats_are_set_after_the_header()
    {
        await Pool().CheckAsync(Text("open Nat\ntheorem a : True := trivial") with { MaxHeartbeats = 1000 }, Token);

        Assert.Equal("open Nat\nset_option maxHeartbeats 1000\n", Assert.Single(_lean.Sessions).Runs.First().Text);
    }

    [Fact]
    public async Task Disposal_ends_every_process()
    {
        var pool = Pool(new LeanPoolOptions { Workers = 2, Spares = 1 });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => pool.CheckAsync(Text($"theorem t{i} : True := trivial"), Token)));

        await pool.DisposeAsync();

        Assert.All(_lean.Sessions, s => Assert.True(s.IsDisposed));
    }

    public async ValueTask DisposeAsync()
    {
        if (_pool is not null)
        {
            await _pool.DisposeAsync();
        }
    }

    private static CheckRequest Text(string text) => new() { Text = text };

    private static async Task<LeanReply> Never(CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException("An infinite wait ended.");
    }

    private LeanPool Pool(LeanPoolOptions? options = null) =>
        _pool = new LeanPool(_lean, options ?? new LeanPoolOptions { Workers = 1, Spares = 0 }, _time);
}
