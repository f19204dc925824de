using System.Text;
using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Models.Configuration;
using Prover.Models.StandIn;

namespace Prover.Models.Tests.Support;

/// <summary>What a stream came to, choice by choice.</summary>
internal sealed record Heard(
    IReadOnlyDictionary<int, string> Texts, IReadOnlyDictionary<int, string> Reasonings, IReadOnlyDictionary<int, ChatFinishReason> Ends, UsageDetails? Usage, bool Cached)
{
    public string Text => Texts.GetValueOrDefault(0, string.Empty);

    public string Reasoning => Reasonings.GetValueOrDefault(0, string.Empty);

    public ChatFinishReason? End => Ends.TryGetValue(0, out var end) ? end : null;
}

/// <summary>Short ways to a model at a stand-in's address.</summary>
internal static class Asked
{
    public const string Key = "sk-very-secret-0123456789";

    public static ConfiguredModels Models(
        StandInServer server, Action<ModelOptions>? change = null, TimeProvider? time = null, CacheOptions? cache = null)
    {
        var options = new ModelOptions { Endpoint = server.Endpoint.ToString(), Model = "test/model", KeyEnvironment = "TEST_KEY", MaxChoices = 8 };
        change?.Invoke(options);
        var configuration = new ModelsConfiguration { Source = "models.json", Models = [KeyValuePair.Create("m", options)], Cache = cache };
        return new ConfiguredModels(configuration, name => name == "TEST_KEY" ? Key : null, time ?? new HurriedTime(TimeSpan.FromSeconds(100)));
    }

    public static ChatOptions Choices(int n) => new() { AdditionalProperties = new AdditionalPropertiesDictionary { [ChatConventions.Choices] = n } };

    public static Task<Heard> HearAsync(this ConfiguredModels models, string question = "Say it.", ChatOptions? options = null, CancellationToken? token = null) =>
        HearAsync(models.Get("m").Client.GetStreamingResponseAsync(
            question, options, token ?? TestContext.Current.CancellationToken));

    public static async Task<Heard> HearAsync(IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        var (texts, reasonings) = (new Dictionary<int, StringBuilder>(), new Dictionary<int, StringBuilder>());
        var ends = new Dictionary<int, ChatFinishReason>();
        UsageDetails? usage = null;
        var cached = false;
        await foreach (var update in updates)
        {
            Assert.Null(usage);
            var choice = ChatConventions.ChoiceIndex(update.MessageId);
            foreach (var content in update.Contents)
            {
                if (ChatConventions.TurnsTextIntoReasoning(content))
                {
                    Of(reasonings, choice).Append(Of(texts, choice));
                    Of(texts, choice).Clear();
                }

                switch (content)
                {
                    case UsageContent said:
                        usage = said.Details;
                        cached = said.AdditionalProperties?.ContainsKey(ChatConventions.Cached) == true;
                        break;
                    case TextReasoningContent reasoning:
                        Of(reasonings, choice).Append(reasoning.Text);
                        break;
                    case TextContent text:
                        Of(texts, choice).Append(text.Text);
                        break;
                }
            }

            if (update.FinishReason is { } end)
            {
                ends.Add(choice, end);
            }
        }

        return new Heard(Told(texts), Told(reasonings), ends, usage, cached);
    }

    private static StringBuilder Of(Dictionary<int, StringBuilder> of, int choice) =>
        of.TryGetValue(choice, out var text) ? text : of[choice] = new StringBuilder();

    private static Dictionary<int, string> Told(Dictionary<int, StringBuilder> of) => of.ToDictionary(t => t.Key, t => t.Value.ToString());
}
