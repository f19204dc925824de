using Prover.Models.Probing;
using Prover.Models.StandIn;
using Prover.Models.Tests.Support;

namespace Prover.Models.Tests.Probing;

public class ModelProbeTests
{
    [Fact]
    public async Task A_good_server_shows_all_it_can()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("5, of course").WithReasoning("two and three"));
        using var models = Asked.Models(server);

        var result = await ModelProbe.RunAsync(models, "m", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(result.Problem);
        Assert.Equal("5, of course", result.Text);
        Assert.True(result is { Streams: true, Reasons: true, GivesSeveralChoices: true, SaysEnd: true, HeedsMaxTokens: true, BeginsInsideReasoning: false, WasCached: false });
        Assert.Equal(server.Ledger.Entries.First().OutputTokens, result.OutputTokens);
        Assert.Equal(server.Ledger.Entries.First().InputTokens, result.InputTokens);
    }

    [Fact]
    public async Task A_poor_server_shows_what_it_lacks()
    {
        await using var server = await StandInServer.StartAsync(r =>
            r.N > 1 ? Answer.Error(400, "n must be 1") : Answer.Text("5") with { HeedsStream = false, SaysUsage = false });
        using var models = Asked.Models(server);

        var result = await ModelProbe.RunAsync(models, "m", cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result is { Problem: null, Streams: false, Reasons: false, GivesSeveralChoices: false, OutputTokens: null, HeedsMaxTokens: null, Text: "5" });
    }

    [Fact]
    public async Task A_server_that_goes_on_beyond_the_limit_is_found_out()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text(new string('5', 4_000)) with { HeedsMaxTokens = false });
        using var models = Asked.Models(server);

        var result = await ModelProbe.RunAsync(models, "m", cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(result.HeedsMaxTokens);
    }

    [Fact]
    public async Task A_model_that_begins_inside_its_reasoning_is_found_out()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("5").WithReasoning("2 + 3 is", ReasoningForm.LoneClosingTag));
        using var models = Asked.Models(server);

        var result = await ModelProbe.RunAsync(models, "m", cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result is { BeginsInsideReasoning: true, Reasons: true, Text: "5" });
    }

    [Theory]
    [InlineData("m", "TEST_KEY")]
    [InlineData("other", "There are: m")]
    public async Task What_keeps_a_model_from_answering_is_a_value(string name, string remedy)
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Error(401));
        using var models = Asked.Models(server);

        var result = await ModelProbe.RunAsync(models, name, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(remedy, result.Problem, StringComparison.Ordinal);
    }
}
