using Prover.Core.Checking;
using Prover.Core.Tests.Fakes;
using static Prover.Core.Tests.Fakes.ScriptedChecker;

namespace Prover.Core.Tests.Checking;

public sealed class CheckMeterTests
{
    private static readonly CheckRequest Any = new() { Text = "theorem t : True := trivial" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_limit_processor_time_counts_and_without_one_the_clock()
    {
        var checker = Costing(processor: 2, clock: 7);
        using var limited = new CheckMeter(Seconds(10));
        using var free = new CheckMeter();

        await limited.Over(checker).CheckAsync(Any, Token);
        await free.Over(checker).CheckAsync(Any, Token);

        Assert.Equal((Seconds(2), (TimeSpan?)Seconds(8)), (limited.Spent, limited.Left));
        Assert.Equal((Seconds(7), (TimeSpan?)null), (free.Spent, free.Left));
        Assert.Equal([Seconds(10), null], checker.Requests.Select(r => r.ProcessorTimeLimit));
    }

    [Fact]
    public async Task Where_processor_time_is_unknown_the_clock_counts()
    {
        using var meter = new CheckMeter(Seconds(10));

        await meter.Over(Costing(processor: null, clock: 4)).CheckAsync(Any, Token);

        Assert.Equal(Seconds(4), meter.Spent);
    }

    [Fact]
    public async Task Each_check_may_cost_what_is_left_and_when_nothing_is_Lean_is_not_asked()
    {
        var checker = Costing(processor: 3, clock: 3);
        using var meter = new CheckMeter(Seconds(5));
        var metered = meter.Over(checker);

        await metered.CheckAsync(Any, Token);
        Assert.False(meter.Exhausted.IsCancellationRequested);
        await metered.CheckAsync(Any, Token);
        Assert.True(meter.Exhausted.IsCancellationRequested);
        var last = await metered.CheckAsync(Any, Token);

        Assert.IsType<CheckOutcome.TimedOut>(last);
        Assert.Equal(TimeSpan.Zero, meter.Left);
        Assert.Equal([Seconds(5), Seconds(2)], checker.Requests.Select(r => r.ProcessorTimeLimit));
    }

    [Fact]
    public void Who_waits_for_an_amount_is_told_when_it_is_spent()
    {
        using var meter = new CheckMeter();
        var (small, large) = (meter.WhenSpent(Seconds(1)), meter.WhenSpent(Seconds(5)));

        meter.Add(Seconds(2));

        Assert.True(small.IsCompletedSuccessfully);
        Assert.False(large.IsCompleted);
        Assert.True(meter.WhenSpent(Seconds(2)).IsCompletedSuccessfully);
    }

    [Fact]
    public void A_check_that_ends_after_its_search_harms_nobody()
    {
        var meter = new CheckMeter(Seconds(1));
        meter.Dispose();

        meter.Add(Seconds(2));

        Assert.Equal(TimeSpan.Zero, meter.Left);
    }

    private static ScriptedChecker Costing(double? processor, double clock) =>
        new(_ => Error() with { Elapsed = Seconds(clock), ProcessorTime = processor is { } seconds ? Seconds(seconds) : null });

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
