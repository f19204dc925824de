using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Models.StandIn;
using Prover.Models.Tests.Support;

namespace Prover.Models.Tests.Limits;

public class LimitsTests
{
    [Fact]
    public async Task No_more_requests_are_open_than_allowed_and_all_are_answered()
    {
        var gate = new TaskCompletionSource();
        await using var server = await StandInServer.StartAsync(request => Answer.Text(request.LastUser).After(gate.Task));
        using var models = Asked.Models(server, o => o.MaxConcurrentRequests = 3);

        var all = Task.WhenAll(Enumerable.Range(0, 40).Select(i => models.HearAsync($"{i}")));
        await server.Ledger.UntilAsync(l => l.Active == 3, TestContext.Current.CancellationToken);

        gate.SetResult();
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i}"), (await all).Select(h => h.Text));
        Assert.Equal(3, server.Ledger.MostActive);
    }

    [Fact]
    public async Task Whoever_leaves_early_or_fails_makes_room_for_the_next()
    {
        var never = new TaskCompletionSource();
        await using var server = await StandInServer.StartAsync(r => r.LastUser switch
        {
            "leave" => Answer.Text("abcdefgh").HoldingAfter(2, never.Task),
            "fail" => Answer.Error(400),
            _ => Answer.Text("ok"),
        });
        using var models = Asked.Models(server, o => o.MaxConcurrentRequests = 1);
        var token = TestContext.Current.CancellationToken;

        for (var i = 0; i < 3; i++)
        {
            await foreach (var update in models.Get("m").Client.GetStreamingResponseAsync("leave", null, token))
            {
                Assert.Equal("abcd", update.Text);
                break;
            }

            await Assert.ThrowsAsync<ModelException>(() => models.HearAsync("fail"));
        }

        Assert.Equal("ok", (await models.HearAsync("ask")).Text);
    }

    [Fact]
    public async Task Requests_a_minute_hold_for_all_callers_together()
    {
        var time = new HurriedTime(TimeSpan.FromHours(1));
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("ok"));
        using var models = Asked.Models(server, o =>
        {
            o.RequestsPerMinute = 30;
            o.RequestTimeoutSeconds = o.IdleTimeoutSeconds = 86_400;
        }, time);

        await Task.WhenAll(Enumerable.Range(0, 63).Select(_ => models.HearAsync()));

        // Three at once, then one every two seconds.
        Assert.InRange(time.GetElapsedTime(0).TotalSeconds, 119.9, 125);
    }

    [Fact]
    public async Task Tokens_a_minute_are_charged_as_used_once_that_is_known()
    {
        var time = new HurriedTime(TimeSpan.FromHours(1));
        await using var server = await StandInServer.StartAsync(_ => Answer.Text(new string('x', 4 * 99)));
        using var models = Asked.Models(server, o =>
        {
            o.TokensPerMinute = 60_000;
            o.RequestTimeoutSeconds = o.IdleTimeoutSeconds = 86_400;
        }, time);

        for (var i = 0; i < 100; i++)
        {
            await models.HearAsync(options: new ChatOptions { MaxOutputTokens = 5_000 });
        }

        // By estimate this would be half a million tokens and more than eight minutes; really it is some ten thousand.
        Assert.InRange(time.GetElapsedTime(0).TotalSeconds, server.Ledger.TotalTokens / 1_000.0 - 6.1, 20);
    }
}
