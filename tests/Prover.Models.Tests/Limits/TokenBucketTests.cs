using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Prover.Models.Limits;
using Prover.Models.Tests.Support;

namespace Prover.Models.Tests.Limits;

public class TokenBucketTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_there_is_given_at_once_and_the_rest_when_it_has_come_in()
    {
        var time = new FakeTimeProvider();
        using var bucket = new TokenBucket(60, time);
        for (var i = 0; i < 6; i++)
        {
            Assert.True(bucket.TakeAsync(1, Token).IsCompletedSuccessfully);
        }

        var seventh = bucket.TakeAsync(1, Token);
        time.Advance(TimeSpan.FromSeconds(0.99));
        Assert.False(seventh.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.01));
        await seventh;
    }

    [Fact]
    public async Task Who_asks_for_more_than_it_holds_leaves_it_in_debt()
    {
        var time = new FakeTimeProvider();
        using var bucket = new TokenBucket(600, time);
        await bucket.TakeAsync(160, Token);

        var next = bucket.TakeAsync(10, Token);
        time.Advance(TimeSpan.FromSeconds(10.9));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await next;
    }

    [Fact]
    public async Task What_was_not_used_comes_back_and_what_was_used_beyond_is_owed()
    {
        var time = new FakeTimeProvider();
        using var bucket = new TokenBucket(600, time);
        await bucket.TakeAsync(60, Token);
        bucket.Correct(-40);
        Assert.True(bucket.TakeAsync(40, Token).IsCompletedSuccessfully);

        bucket.Correct(20);
        var next = bucket.TakeAsync(10, Token);
        time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await next;
    }

    [Fact]
    public async Task What_comes_back_wakes_who_waits()
    {
        using var bucket = new TokenBucket(600, new FakeTimeProvider());
        await bucket.TakeAsync(6_000, Token);
        var next = bucket.TakeAsync(10, Token);
        Assert.False(next.IsCompleted);

        bucket.Correct(-5_950);

        await next;
    }

    [Fact]
    public async Task Callers_are_served_in_the_order_of_their_arrival()
    {
        var time = new FakeTimeProvider();
        using var bucket = new TokenBucket(60, time);
        await bucket.TakeAsync(6, Token);
        var big = bucket.TakeAsync(5, Token);
        var small = bucket.TakeAsync(1, Token);

        time.Advance(TimeSpan.FromSeconds(3));

        Assert.False(big.IsCompleted);
        Assert.False(small.IsCompleted);
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_gives_up_waiting_lets_the_next_through()
    {
        var time = new FakeTimeProvider();
        using var leave = new CancellationTokenSource();
        using var bucket = new TokenBucket(60, time);
        await bucket.TakeAsync(6, Token);
        var first = bucket.TakeAsync(6, leave.Token);
        var second = bucket.TakeAsync(1, Token);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        // The second has to get its turn before the clock moves: it may be on its way to it.
        while (!second.IsCompleted && !TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            await Task.Yield();
            time.Advance(TimeSpan.FromSeconds(1));
        }

        await second;
    }

    [Fact]
    public void It_never_gives_more_than_came_in()
    {
        Gen.Select(Gen.Int[1, 6_000], Gen.Double[0.1, 50].Array[1, 60]).Sample((perMinute, amounts) =>
        {
            var time = new HurriedTime(TimeSpan.FromDays(1));
            using var bucket = new TokenBucket(perMinute, time);
            var most = Math.Max(1, perMinute / 10.0);
            var given = 0.0;
            foreach (var amount in amounts)
            {
                // One caller at a time: the wait ends at once and moves the clock.
                bucket.TakeAsync(amount, Token).GetAwaiter().GetResult();
                given += amount;
                var came = most + (time.GetElapsedTime(0).TotalMinutes * perMinute);
                Assert.True(given <= came + Math.Max(0, amount - most) + 1e-3, $"{given} of {came}");
            }
        });
    }
}
