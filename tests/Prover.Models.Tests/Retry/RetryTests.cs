using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Models.StandIn;
using Prover.Models.Tests.Support;

namespace Prover.Models.Tests.Retry;

public class RetryTests
{
    [Fact]
    public async Task In_a_storm_of_429_every_request_gets_its_answer_exactly_once()
    {
        const int Requests = 200;
        var tries = new ConcurrentDictionary<string, int>();
        var answered = new ConcurrentDictionary<string, int>();
        await using var server = await StandInServer.StartAsync(request =>
        {
            var question = request.LastUser;
            var attempt = tries.AddOrUpdate(question, 1, (_, n) => n + 1);
            var refusals = int.Parse(question, System.Globalization.CultureInfo.InvariantCulture) % 6;
            if (attempt <= refusals)
            {
                return attempt % 2 == 0 ? Answer.TooManyRequests() : Answer.TooManyRequests("1");
            }

            answered.AddOrUpdate(question, 1, (_, n) => n + 1);
            return Answer.Text($"answer to {question}");
        });
        using var models = Asked.Models(server);

        var heard = await Task.WhenAll(Enumerable.Range(0, Requests).Select(i => models.HearAsync($"{i}")));

        Assert.All(heard.Select((h, i) => (h, i)), x => Assert.Equal($"answer to {x.i}", x.h.Text));
        Assert.Equal(Requests, answered.Count);
        Assert.All(answered.Values, n => Assert.Equal(1, n));
        Assert.Equal(Enumerable.Range(0, Requests).Sum(i => 1 + (i % 6)), server.Ledger.Requests);
    }

    [Fact]
    public async Task Retry_after_in_seconds_is_honoured()
    {
        var time = new HurriedTime(TimeSpan.FromSeconds(100));
        await using var server = await StandInServer.StartAsync(r => r.Number == 1 ? Answer.TooManyRequests("37") : Answer.Text("ok"));
        using var models = Asked.Models(server, time: time);

        Assert.Equal("ok", (await models.HearAsync()).Text);
        Assert.InRange(Assert.Single(time.Waits), TimeSpan.FromSeconds(37), TimeSpan.FromSeconds(37 * 1.25));
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_honoured()
    {
        var time = new HurriedTime(TimeSpan.FromSeconds(100));
        var date = time.GetUtcNow().AddSeconds(41).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        await using var server = await StandInServer.StartAsync(r => r.Number == 1 ? Answer.Error(503) with { RetryAfter = date } : Answer.Text("ok"));
        using var models = Asked.Models(server, time: time);

        Assert.Equal("ok", (await models.HearAsync()).Text);
        Assert.InRange(Assert.Single(time.Waits), TimeSpan.FromSeconds(41), TimeSpan.FromSeconds(41 * 1.25));
    }

    [Fact]
    public async Task Who_asks_for_more_patience_than_is_configured_is_given_up_at_once()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.TooManyRequests("3600"));
        using var models = Asked.Models(server);

        var error = await Assert.ThrowsAsync<ModelException>(() => models.HearAsync());

        Assert.True(error.IsTransient);
        Assert.Equal(TimeSpan.FromHours(1), error.RetryAfter);
        Assert.Equal(1, server.Ledger.Requests);
    }

    [Fact]
    public async Task Waits_grow_and_end_after_the_configured_tries()
    {
        var time = new HurriedTime(TimeSpan.FromSeconds(100));
        await using var server = await StandInServer.StartAsync(_ => Answer.Error(500));
        using var models = Asked.Models(server, o => o.MaxRetries = 4, time);

        await Assert.ThrowsAsync<ModelException>(() => models.HearAsync());

        Assert.Equal(5, server.Ledger.Requests);
        Assert.Equal(4, time.Waits.Count);
        Assert.True(time.Waits.Sum(w => w.TotalSeconds) > 3);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("error in stream")]
    [InlineData("wrong json")]
    [InlineData("wrong json in stream")]
    [InlineData("cut before content")]
    [InlineData("only done")]
    [InlineData("bad gateway page")]
    public async Task What_breaks_before_its_first_content_is_asked_again(string kind)
    {
        await using var server = await StandInServer.StartAsync(request => request.Number > 2 ? Answer.Text("at last") : kind switch
        {
            "empty" => Answer.Empty(),
            "error in stream" => Answer.Text("x").WithErrorInStream("overloaded"),
            "wrong json" => Answer.Raw("{\"choices\": [truncat"),
            "wrong json in stream" => Answer.Raw("data: {\"choices\":\n\n", "text/event-stream"),
            "cut before content" => Answer.Text("never seen").CutAfterBytes(230),
            "only done" => Answer.Raw("data: [DONE]\n\n", "text/event-stream"),
            _ => Answer.Html(),
        });
        using var models = Asked.Models(server);

        var heard = await models.HearAsync();

        Assert.Equal("at last", heard.Text);
        Assert.Equal(ChatFinishReason.Stop, heard.End);
        Assert.Equal(3, server.Ledger.Requests);
    }

    [Fact]
    public async Task A_stream_cut_at_any_byte_is_asked_again_or_ends_without_an_end_and_nothing_of_it_is_lost()
    {
        const string Text = "theorem t : 1 + 1 = 2 := by\n  norm_num ∎";
        for (var bytes = 0; bytes < 2_400; bytes += 61)
        {
            var cut = bytes;
            await using var server = await StandInServer.StartAsync(r => r.Number == 1 ? Answer.Text(Text).CutAfterBytes(cut) : Answer.Text(Text));
            using var models = Asked.Models(server);

            var heard = await models.HearAsync();

            if (server.Ledger.Requests == 2 || heard.End is not null)
            {
                Assert.Equal(Text, heard.Text);
            }
            else
            {
                // What was sent arrived, and it was not asked for a second time.
                var sent = string.Concat(Tokens.Of(Text).Take(server.Ledger.Entries.Single().OutputTokens));
                Assert.Equal(sent, heard.Text);
                Assert.NotEmpty(sent);
            }
        }
    }

    [Fact]
    public async Task A_whole_response_is_asked_for_again_even_after_a_part_came()
    {
        await using var server = await StandInServer.StartAsync(r => r.Number == 1 ? Answer.Text(new string('x', 90)).CutAfterBytes(1_500) : Answer.Text("all of it"));
        using var models = Asked.Models(server);

        var response = await models.Get("m").Client.GetResponseAsync("?", null, TestContext.Current.CancellationToken);

        Assert.Equal("all of it", response.Text);
    }

    [Fact]
    public async Task An_error_within_a_stream_ends_it_where_it_stands()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("abcdefghijkl").WithErrorInStream("overloaded", 2));
        using var models = Asked.Models(server);

        var heard = await models.HearAsync();

        Assert.Equal("abcdefgh", heard.Text);
        Assert.Null(heard.End);
        Assert.Equal(1, server.Ledger.Requests);
    }

    [Fact]
    public async Task The_callers_own_end_is_no_failure_to_be_tried_again()
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var server = await StandInServer.StartAsync(_ =>
        {
            leave.Cancel();
            return Answer.Never();
        });
        using var models = Asked.Models(server);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => models.HearAsync(token: leave.Token));

        Assert.Equal(leave.Token, error.CancellationToken);
        Assert.Equal(1, server.Ledger.Requests);
    }
}
