using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Models.StandIn;
using Prover.Models.Tests.Support;
using Prover.Models.Wire;

namespace Prover.Models.Tests.Wire;

/// <summary>What servers really send.</summary>
public class DialectTests
{
    [Fact]
    public async Task Several_choices_come_apart_each_with_its_end()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Choices("first answer", "the second, which is longer", "third"));
        using var models = Asked.Models(server);

        var heard = await models.HearAsync(options: Asked.Choices(3));

        Assert.Equal(["first answer", "the second, which is longer", "third"], heard.Texts.OrderBy(t => t.Key).Select(t => t.Value));
        Assert.Equal(3, heard.Ends.Count(e => e.Value == ChatFinishReason.Stop));
        Assert.Equal(server.Ledger.OutputTokens, heard.Usage!.OutputTokenCount);
        Assert.Equal(server.Ledger.InputTokens, heard.Usage.InputTokenCount);
    }

    [Fact]
    public async Task A_whole_response_has_a_message_for_every_choice()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Choices("a", "b").WithReasoning("hm"));
        using var models = Asked.Models(server);

        var response = await models.Get("m").Client.GetResponseAsync("?", Asked.Choices(2), TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b"], response.Messages.Select(m => m.Text));
        Assert.Equal([ChatConventions.ChoiceId(0), ChatConventions.ChoiceId(1)], response.Messages.Select(m => m.MessageId));
        Assert.All(response.Messages, m => Assert.Equal("hm", m.Contents.OfType<TextReasoningContent>().Single().Text));
        Assert.All(response.Messages, m => Assert.Equal(ChatFinishReason.Stop, m.AdditionalProperties![WholeAnswers.FinishReason]));
        Assert.Equal(server.Ledger.TotalTokens, response.Usage!.TotalTokenCount);
    }

    [Fact]
    public async Task A_request_says_what_the_configuration_and_the_caller_want()
    {
        StandInRequest? seen = null;
        await using var server = await StandInServer.StartAsync(request =>
        {
            seen = request;
            return Answer.Text("ok");
        });
        using var models = Asked.Models(server, o => o.ExtraBody["top_k"] = System.Text.Json.JsonDocument.Parse("{\"a\":[20]}").RootElement);

        var options = new ChatOptions { Temperature = 0.25f, Seed = 7, MaxOutputTokens = 99, AdditionalProperties = Asked.Choices(2).AdditionalProperties };
        await models.HearAsync("∀ x, \"y\"", options);

        Assert.Equal(("test/model", 0.25, 7L, 99, 2, true, true), (seen!.Model, seen.Temperature, seen.Seed, seen.MaxTokens, seen.N, seen.Stream, seen.IncludeUsage));
        Assert.Equal("∀ x, \"y\"", seen.LastUser);
        Assert.Equal("{\"a\":[20]}", seen.Body.GetProperty("top_k").GetRawText());
        Assert.Equal($"Bearer {Asked.Key}", seen.Authorization);
    }

    [Fact]
    public async Task The_limit_of_tokens_shows_as_length()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text(new string('x', 400)));
        using var models = Asked.Models(server);

        var heard = await models.HearAsync(options: new ChatOptions { MaxOutputTokens = 10 });

        Assert.Equal(40, heard.Text.Length);
        Assert.Equal(ChatFinishReason.Length, heard.End);
    }

    [Fact]
    public async Task Comments_and_events_without_choices_are_passed_over()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("a longer answer of some tokens") with { KeepsAlive = true });
        using var models = Asked.Models(server);

        Assert.Equal("a longer answer of some tokens", (await models.HearAsync()).Text);
    }

    [Fact]
    public async Task An_answer_in_one_piece_is_taken_though_a_stream_was_asked_for()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Choices("one", "two") with { HeedsStream = false });
        using var models = Asked.Models(server);

        var heard = await models.HearAsync(options: Asked.Choices(2));

        Assert.Equal("one", heard.Texts[0]);
        Assert.Equal("two", heard.Texts[1]);
        Assert.Equal(2, heard.Ends.Count);
        Assert.NotNull(heard.Usage);
    }

    [Fact]
    public async Task A_server_without_streams_is_asked_for_whole_answers()
    {
        await using var server = await StandInServer.StartAsync(request => request.Stream ? Answer.Error(400) : Answer.Text("whole"));
        using var models = Asked.Models(server, o => o.Streaming = false);

        Assert.Equal("whole", (await models.HearAsync()).Text);
    }

    [Fact]
    public async Task A_server_that_refuses_stream_options_is_asked_without_them_from_then_on()
    {
        await using var server = await StandInServer.StartAsync(request =>
            request.IncludeUsage ? Answer.Error(400, "Unrecognized request argument supplied: stream_options") : Answer.Text("fine"));
        using var models = Asked.Models(server);

        Assert.Equal("fine", (await models.HearAsync()).Text);
        Assert.Equal("fine", (await models.HearAsync()).Text);
        Assert.Equal(3, server.Ledger.Requests);
    }

    [Fact]
    public async Task No_usage_is_no_error()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("fine") with { SaysUsage = false });
        using var models = Asked.Models(server);

        var heard = await models.HearAsync();

        Assert.Equal("fine", heard.Text);
        Assert.Null(heard.Usage);
    }

    [Fact]
    public async Task One_choice_comes_alone_where_a_server_does_not_heed_n()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Choices("a", "b") with { HeedsN = false });
        using var models = Asked.Models(server);

        Assert.Equal(["a"], (await models.HearAsync(options: Asked.Choices(2))).Texts.Values);
    }

    [Theory]
    [InlineData("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hi\"},\"finish_reason\":null}]}\n\ndata: [DONE]\n\n", "hi", true)]
    [InlineData("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hi\"}}]}\n\n", "hi", false)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"hi\"},\"finish_reason\":\"abort\"}]}\n\ndata: [DONE]\n\n", "hi", false)]
    [InlineData("data:{\"choices\":[{\"delta\":{\"content\":\"hi\",\"tool_calls\":null},\"finish_reason\":\"stop\"}],\"usage\":null}\r\n\r\n", "hi", true)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"hi\"},\"finish_reason\":\"stop\"}]}\n\ndata: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n", "hi", true)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":[{\"type\":\"thinking\",\"thinking\":[]},{\"type\":\"text\",\"text\":\"hi\"}]},\"finish_reason\":\"stop\"}]}\n\n", "hi", true)]
    public async Task Loose_streams_are_read(string body, string text, bool ended)
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Raw(body, "text/event-stream"));
        using var models = Asked.Models(server);

        var heard = await models.HearAsync();

        Assert.Equal(text, heard.Text);
        Assert.Equal(ended, heard.End is not null);
    }
}
