using Prover.Core.Checking;
using Prover.Core.Tests.Fakes;

namespace Prover.Core.Tests.Checking;

public sealed class CheckPaceTests : IDisposable
{
    private static readonly CheckRequest Request = new() { Text = "theorem t : True := trivial" };

    private readonly CheckMeter _meter = new();
    private readonly TaskCompletionSource _ended = new();
    private readonly ScriptedChecker _lean = new(_ => ScriptedChecker.Error() with { Elapsed = TimeSpan.FromSeconds(2) });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _meter.Dispose();

    [Fact]
    public async Task The_next_check_waits_until_the_others_have_caught_up()
    {
        _meter.Add(TimeSpan.FromSeconds(7)); // From before; it does not count.
        var paced = new CheckPace(_meter, 0.25, _ended.Task).Over(_meter.Over(_lean));

        await paced.CheckAsync(Request, Stop);
        var next = paced.CheckAsync(Request, Stop);

        // Its own 2 s are on the meter; a quarter of 8 s it may have.
        _meter.Add(TimeSpan.FromSeconds(5.9));
        Assert.False(next.IsCompleted);
        Assert.Single(_lean.Requests);
        _meter.Add(TimeSpan.FromSeconds(0.1));
        await next;

        Assert.Equal(2, _lean.Requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(17), _meter.Spent);
    }

    [Fact]
    public async Task When_the_others_have_ended_nothing_waits()
    {
        var paced = new CheckPace(_meter, 0.25, _ended.Task).Over(_meter.Over(_lean));
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
        var outer = new CheckPace(_meter, 0.5, _ended.Task);
        var paced = new CheckPace(_meter, 0.9, over.Task, outer).Over(_meter.Over(_lean));
        await paced.CheckAsync(Request, Stop);

        var next = paced.CheckAsync(Request, Stop);
        Assert.False(next.IsCompleted);
        _meter.Add(TimeSpan.FromSeconds(2));
        await next;

        Assert.Equal(2, _lean.Requests.Count);
    }

    [Fact]
    public async Task A_check_that_waits_can_be_cancelled()
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var paced = new CheckPace(_meter, 0.25, _ended.Task).Over(_meter.Over(_lean));
        await paced.CheckAsync(Request, Stop);
        var next = paced.CheckAsync(Request, mine.Token);

        await mine.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }
}
