using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using Prover.Core.Models;
using Prover.Models.StandIn;
using Prover.Models.Tests.Support;

namespace Prover.Models.Tests.Timeouts;

public class TimeoutTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silent_server_is_a_timeout_and_not_a_cancellation()
    {
        var time = new FakeTimeProvider();
        await using var server = await StandInServer.StartAsync(_ => Answer.Never());
        using var models = Asked.Models(server, o => (o.IdleTimeoutSeconds, o.MaxRetries) = (30, 0), time);

        var asking = models.HearAsync();
        await server.Ledger.UntilAsync(l => l.Active == 1, Token);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(asking.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<ModelException>(() => asking);
        Assert.True(error.IsTransient);
        Assert.Contains("idleTimeoutSeconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_ends_with_what_has_come()
    {
        var time = new FakeTimeProvider();
        var never = new TaskCompletionSource();
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("abcdefgh").HoldingAfter(2, never.Task));
        using var models = Asked.Models(server, o => o.IdleTimeoutSeconds = 30, time);

        var text = string.Empty;
        await using var updates = models.Get("m").Client.GetStreamingResponseAsync("?", null, Token).GetAsyncEnumerator(Token);
        Assert.True(await updates.MoveNextAsync());
        text += updates.Current.Text;
        var next = updates.MoveNextAsync().AsTask();
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.False(await next);
        Assert.Equal("abcd", text);
        Assert.Equal(1, server.Ledger.Requests);
    }

    [Fact]
    public async Task A_request_may_not_take_longer_than_allowed_however_alive_it_is()
    {
        var time = new FakeTimeProvider();
        await using var server = await StandInServer.StartAsync(_ => Answer.Never());
        using var models = Asked.Models(server, o => (o.RequestTimeoutSeconds, o.IdleTimeoutSeconds, o.MaxRetries) = (60, 3_600, 0), time);

        var asking = models.HearAsync();
        await server.Ledger.UntilAsync(l => l.Active == 1, Token);
        time.Advance(TimeSpan.FromSeconds(60));

        var error = await Assert.ThrowsAsync<ModelException>(() => asking);
        Assert.Contains("requestTimeoutSeconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_a_stream_ends_the_request_at_the_server()
    {
        var never = new TaskCompletionSource();
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("abcdefgh").HoldingAfter(2, never.Task));
        using var models = Asked.Models(server);

        await foreach (var update in models.Get("m").Client.GetStreamingResponseAsync("?", null, Token))
        {
            Assert.Equal("abcd", update.Text);
            break;
        }

        await server.Ledger.UntilAsync(l => l.Active == 0, Token);
    }
}
