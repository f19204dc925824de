using Microsoft.Extensions.AI;
using Prover.Models.Configuration;
using Prover.Models.StandIn;
using Prover.Models.Tests.Support;

namespace Prover.Models.Tests.Cache;

public sealed class AnswerCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-answers-").FullName;

    private CacheOptions Cache => new() { Directory = _folder };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_question_is_asked_once_and_its_stream_told_again_alike()
    {
        await using var server = await StandInServer.StartAsync(
            r => Answer.Choices($"first {r.Number}", "second").WithReasoning("hm hm", ReasoningForm.LoneClosingTag));
        using var models = Asked.Models(server, cache: Cache);

        var first = await UpdatesAsync(models);
        var again = await UpdatesAsync(models);

        Assert.Equal(first, again);
        Assert.Equal(1, server.Ledger.Requests);
        Assert.False((await models.HearAsync("another question")).Cached);
        var heard = await models.HearAsync(options: Asked.Choices(2));
        Assert.True(heard.Cached);
        Assert.Equal(("first 1", "hm hm"), (heard.Text, heard.Reasoning.Trim()));
        Assert.Equal(server.Ledger.Entries.First().OutputTokens, heard.Usage!.OutputTokenCount);
    }

    [Fact]
    public async Task Another_process_finds_it_too()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("kept"));
        using (var models = Asked.Models(server, cache: Cache))
        {
            await models.HearAsync();
        }

        using var others = Asked.Models(server, cache: Cache);
        Assert.Equal("kept", (await others.HearAsync()).Text);
        Assert.Equal(1, server.Ledger.Requests);
    }

    [Fact]
    public async Task A_whole_response_is_kept_as_well()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Choices("a", "b"));
        using var models = Asked.Models(server, cache: Cache);
        var client = models.Get("m").Client;

        var first = await client.GetResponseAsync("?", Asked.Choices(2), Token);
        var again = await client.GetResponseAsync("?", Asked.Choices(2), Token);

        Assert.Equal(first.Messages.Select(m => m.Text), again.Messages.Select(m => m.Text));
        Assert.Equal(first.Usage!.TotalTokenCount, again.Usage!.TotalTokenCount);
        Assert.Equal(1, server.Ledger.Requests);
    }

    [Fact]
    public async Task Whatever_changes_the_answer_is_asked_anew()
    {
        await using var server = await StandInServer.StartAsync(r => Answer.Text($"{r.Number}"));
        var asked = 0;

        await NewAsync("Say it.");
        await NewAsync("Say it!");
        await NewAsync("Say it.", new ChatOptions { Temperature = 0.5f });
        await NewAsync("Say it.", new ChatOptions { TopP = 0.5f });
        await NewAsync("Say it.", new ChatOptions { Seed = 1 });
        await NewAsync("Say it.", new ChatOptions { Seed = 2 });
        await NewAsync("Say it.", new ChatOptions { MaxOutputTokens = 7 });
        await NewAsync("Say it.", new ChatOptions { StopSequences = ["end"] });
        await NewAsync("Say it.", new ChatOptions { Instructions = "Be brief." });
        await NewAsync("Say it.", Asked.Choices(2));
        await NewAsync("Say it.", null, o => o.Model = "other");
        await NewAsync("Say it.", null, o => o.Temperature = 0.1f);
        await NewAsync("Say it.", null, o => o.Reasoning = ReasoningStart.Inside);
        await NewAsync("Say it.", null, o => o.ExtraBody["top_k"] = System.Text.Json.JsonDocument.Parse("1").RootElement);

        async Task NewAsync(string question, ChatOptions? options = null, Action<ModelOptions>? change = null)
        {
            using var models = Asked.Models(server, change, cache: Cache);
            Assert.False((await models.HearAsync(question, options)).Cached);
            Assert.True((await models.HearAsync(question, options)).Cached);
            Assert.Equal(++asked, server.Ledger.Requests);
        }
    }

    [Fact]
    public async Task A_broken_file_is_asked_anew_and_mended()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("fine"));
        using var models = Asked.Models(server, cache: Cache);
        await models.HearAsync();
        var file = Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Single();
        var whole = await File.ReadAllTextAsync(file, Token);

        foreach (var broken in (string[])["", "null", "{}", "[1]", whole[..^9], whole.Replace("\"version\":1", "\"version\":0", StringComparison.Ordinal), whole.Replace("\"parts\":[", "\"parts\":null,\"x\":[", StringComparison.Ordinal)])
        {
            await File.WriteAllTextAsync(file, broken, Token);
            var heard = await models.HearAsync();
            Assert.Equal(("fine", false), (heard.Text, heard.Cached));
            Assert.True((await models.HearAsync()).Cached);
            Assert.Equal(file, Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Single());
        }
    }

    [Fact]
    public async Task What_is_not_whole_is_not_kept()
    {
        await using var server = await StandInServer.StartAsync(r => r.Number switch
        {
            1 => Answer.Text("abcdefghijkl").WithErrorInStream("x", 1),
            2 => Answer.Choices("a", "b") with { HeedsN = false },
            _ => Answer.Choices("all", "of it"),
        });
        using var models = Asked.Models(server, cache: Cache);

        Assert.Equal(["abcd"], (await models.HearAsync(options: Asked.Choices(2))).Texts.Values);
        Assert.Single((await models.HearAsync(options: Asked.Choices(2))).Texts);
        Assert.Equal(2, (await models.HearAsync(options: Asked.Choices(2))).Texts.Count);
        Assert.True((await models.HearAsync(options: Asked.Choices(2))).Cached);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_costs_no_answer()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "in the way", Token);
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("fine"));
        using var models = Asked.Models(server, cache: new CacheOptions { Directory = file });

        Assert.Equal("fine", (await models.HearAsync()).Text);
        Assert.Equal("fine", (await models.HearAsync()).Text);
    }

    private static async Task<List<string>> UpdatesAsync(ConfiguredModels models)
    {
        var updates = new List<string>();
        await foreach (var u in models.Get("m").Client.GetStreamingResponseAsync("Say it.", Asked.Choices(2), Token))
        {
            var contents = u.Contents.Select(c => c is UsageContent usage ? $"{usage.Details.InputTokenCount}+{usage.Details.OutputTokenCount}" : $"{c.GetType().Name}:{c}:{(c as TextReasoningContent)?.Text}");
            updates.Add($"{u.MessageId} {string.Join('|', contents)} {u.FinishReason} {u.ModelId}");
        }

        return updates;
    }
}
