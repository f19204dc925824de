using Prover.Core.Checking;
using Prover.Core.Tests.Fakes;

namespace Prover.Core.Tests.Checking;

public sealed class CheckPaceTests : IDisposable
{
    private static readonly CheckRequest Request = new() { Text = "theorem t : True := trivial" };

    private readonly CheckMeter _meter = new();
    private readonly TaskCompletionSource _ended = new();
    private readonly ScriptedChecker _lean = new(_ => ScriptedChecker.Error() with { Elapsed = TimeSpan.FromSeconds(2) });

    private CheckPace Pace(double share, Task? until = null, CheckPace? outer = null, double expected = 0) =>
        new(_meter, share, TimeSpan.FromSeconds(expected), until ?? _ended.Task, outer);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _meter.Dispose();

    [Fact]
    public async Task The_next_check_waits_until_the_others_have_caught_up()
    {
        _meter.Add(TimeSpan.FromSeconds(7)); // From before; it does not count.
        var paced = Pace(0.25).Over(_meter.Over(_lean));

        await paced.CheckAsync(Request, Stop);
        var next = paced.CheckAsync(Request, Stop);

        // Its own 2 s are on the meter; with 12 s of others the next 2 s make it a quarter again.
        Assert.Single(_lean.Requests);
        await WaitsForAsync(next, 12);

        Assert.Equal(2, _lean.Requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(23), _meter.Spent);
    }

    [Fact]
    public async Task The_first_check_waits_for_what_it_is_likely_to_cost()
    {
        var paced = Pace(0.25, expected: 1).Over(_meter.Over(_lean));
        var first = paced.CheckAsync(Request, Stop);
        Assert.Empty(_lean.Requests);

        await WaitsForAsync(first, 3);

        Assert.Single(_lean.Requests);
    }

    [Fact]
    public async Task A_candidate_waits_for_its_turn_and_counts_as_what_a_check_is_likely_to_cost()
    {
        var pace = Pace(0.25, expected: 1);
        await WaitsForAsync(pace.WaitAsync(Stop), 3);
        await WaitsForAsync(pace.WaitAsync(Stop), 4);
    }

    [Fact]
    public async Task When_the_others_have_ended_nothing_waits()
    {
        var paced = Pace(0.25).Over(_meter.Over(_lean));
        await paced.CheckAsync(Request, Stop);
        var next = paced.CheckAsync(Request, Stop);
        Assert.False(next.IsCompleted);

        _ended.SetResult();
        await next;
        await paced.CheckAsync(Request, Stop);

        Assert.Equal(3, _lean.Requests.Count);
    }

    [Fact]
    public async Task An_outer_pace_is_kept_too()
    {
        var over = new TaskCompletionSource();
        over.SetResult();
        var outer = Pace(0.5);
        var paced = Pace(0.9, over.Task, outer).Over(_meter.Over(_lean));
        await paced.CheckAsync(Request, Stop);

        var next = paced.CheckAsync(Request, Stop);
        await WaitsForAsync(next, 4);

        Assert.Equal(2, _lean.Requests.Count);
    }

    [Fact]
    public async Task A_check_that_waits_can_be_cancelled()
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var paced = Pace(0.25).Over(_meter.Over(_lean));
        await paced.CheckAsync(Request, Stop);
        var next = paced.CheckAsync(Request, mine.Token);

        await mine.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    /// <summary>It does nothing until the others have spent so much, and then it ends.</summary>
    private async Task WaitsForAsync(Task waiting, double seconds)
    {
        var last = TimeSpan.FromSeconds(0.1);
        var checks = _lean.Requests.Count;
        Assert.False(waiting.IsCompleted);
        _meter.Add(TimeSpan.FromSeconds(seconds) - last);
        Assert.False(waiting.IsCompleted);
        Assert.Equal(checks, _lean.Requests.Count);
        _meter.Add(last);
        await waiting;
    }
}
