using System.Text.Json;
using Prover.Core.Models;
using Prover.Models.StandIn;
using Prover.Models.Tests.Support;

namespace Prover.Models.Tests.Wire;

/// <summary>Errors name what can be done, and no key.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData(401, "Incorrect API key provided", null, "TEST_KEY")]
    [InlineData(403, "not allowed", null, "rights")]
    [InlineData(404, "The model does not exist", null, "'test/model'")]
    [InlineData(400, "This model's maximum context length is 4096 tokens", "context_length_exceeded", "contextTokens")]
    [InlineData(400, "bad field", null, "extraBody")]
    [InlineData(402, "Insufficient Balance", null, "money")]
    [InlineData(429, "You exceeded your current quota", "insufficient_quota", "quota")]
    [InlineData(308, "moved", null, "endpoint")]
    public async Task A_refusal_is_final_and_names_the_remedy(int status, string message, string? code, string remedy)
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Error(status, message, code));
        using var models = Asked.Models(server);

        var error = await Assert.ThrowsAsync<ModelException>(() => models.HearAsync());

        Assert.False(error.IsTransient);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Ledger.Requests);
    }

    [Theory]
    [InlineData("{\"object\":\"error\",\"message\":\"told\",\"code\":422}")]
    [InlineData("{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"told\"}]}")]
    [InlineData("{\"error\":\"told\"}")]
    [InlineData("told")]
    public async Task Every_form_of_an_error_is_read(string body)
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Raw(body) with { Status = 422 });
        using var models = Asked.Models(server);

        var error = await Assert.ThrowsAsync<ModelException>(() => models.HearAsync());

        Assert.Contains("answered 422: told.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_in_place_of_an_answer_points_at_the_endpoint()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Html(200));
        using var models = Asked.Models(server);

        var error = await Assert.ThrowsAsync<ModelException>(() => models.HearAsync());

        Assert.Contains("web page", error.Message, StringComparison.Ordinal);
        Assert.Contains("/v1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, true)]
    [InlineData(500, true)]
    [InlineData(200, true)]
    [InlineData(200, false)]
    public async Task A_key_that_a_server_repeats_is_taken_out(int status, bool isJson)
    {
        var body = isJson ? $"{{\"error\":{{\"message\":\"bad key {Asked.Key} in request\",\"code\":401}}}}" : $"not json {Asked.Key}";
        await using var server = await StandInServer.StartAsync(_ => Answer.Raw(body) with { Status = status });
        using var models = Asked.Models(server, o => o.MaxRetries = 1);

        var error = await Assert.ThrowsAsync<ModelException>(() => models.HearAsync());

        Assert.DoesNotContain(Asked.Key, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("[key]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_at_the_edge_of_a_quote_is_not_cut_into_view()
    {
        var body = JsonSerializer.Serialize(new { error = new string('x', 490) + Asked.Key });
        await using var server = await StandInServer.StartAsync(_ => Answer.Raw(body) with { Status = 400 });
        using var models = Asked.Models(server);

        var error = await Assert.ThrowsAsync<ModelException>(() => models.HearAsync());

        Assert.DoesNotContain(Asked.Key[..8], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        Uri gone;
        await using (var server = await StandInServer.StartAsync(_ => Answer.Text("x")))
        {
            gone = server.Endpoint;
        }

        await using var other = await StandInServer.StartAsync(_ => Answer.Text("x"));
        using var models = Asked.Models(other, o => o.Endpoint = gone.ToString());

        var error = await Assert.ThrowsAsync<ModelException>(() => models.HearAsync());

        Assert.True(error.IsTransient);
        Assert.Contains(gone.Authority, error.Message, StringComparison.Ordinal);
    }
}
