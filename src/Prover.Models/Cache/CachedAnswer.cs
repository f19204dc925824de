using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Prover.Core.Models;

namespace Prover.Models.Cache;

/// <summary>What an answer's updates were, in order, so that they can be told again alike.</summary>
/// <param name="Version">Of this format.</param>
/// <param name="Key">The file's own key: a file that was renamed or cut is not believed.</param>
/// <param name="ModelId">The server's model.</param>
/// <param name="Updates">The updates.</param>
internal sealed record CachedAnswer(int Version, string Key, string? ModelId, IReadOnlyList<CachedUpdate> Updates)
{
    public const int Current = 1;

    public bool IsSound(string key) => Version == Current && Key == key && Updates is { Count: > 0 } && Updates.All(u => u?.Parts is not null);
}

/// <summary>One update.</summary>
/// <param name="Choice">Which answer; null where it belongs to all, as the usage does.</param>
/// <param name="Parts">Its contents.</param>
/// <param name="Finish">The reason of the answer's end.</param>
/// <param name="Usage">What it cost.</param>
internal sealed record CachedUpdate(int? Choice, IReadOnlyList<CachedPart> Parts, string? Finish, CachedUsage? Usage)
{
    public static CachedUpdate Of(ChatResponseUpdate update) => new(
        update.MessageId is null ? null : ChatConventions.ChoiceIndex(update.MessageId),
        [.. update.Contents.Select(CachedPart.Of).OfType<CachedPart>()],
        update.FinishReason?.Value,
        update.Contents.OfType<UsageContent>().FirstOrDefault()?.Details is { } usage
            ? new CachedUsage(usage.InputTokenCount, usage.OutputTokenCount, usage.ReasoningTokenCount) : null);

    public ChatResponseUpdate Update(string? modelId)
    {
        List<AIContent> contents = [.. Parts.Select(p => p.Content())];
        if (Usage is { } usage)
        {
            var details = new UsageDetails
            {
                InputTokenCount = usage.Input,
                OutputTokenCount = usage.Output,
                TotalTokenCount = usage.Input + usage.Output,
                ReasoningTokenCount = usage.Reasoning,
            };
            contents.Add(new UsageContent(details) { AdditionalProperties = new AdditionalPropertiesDictionary { [ChatConventions.Cached] = true } });
        }

        return new ChatResponseUpdate(ChatRole.Assistant, contents)
        {
            MessageId = Choice is { } choice ? ChatConventions.ChoiceId(choice) : null,
            ModelId = modelId,
            FinishReason = Finish is { } finish ? new ChatFinishReason(finish) : null,
        };
    }
}

/// <summary>A piece of text or of reasoning.</summary>
/// <param name="Kind"><c>text</c>, <c>reasoning</c>, or <c>turn</c> where the text so far was reasoning.</param>
/// <param name="Text">Its text.</param>
internal sealed record CachedPart(string Kind, string Text)
{
    public static CachedPart? Of(AIContent content) => content switch
    {
        _ when ChatConventions.TurnsTextIntoReasoning(content) => new("turn", string.Empty),
        TextReasoningContent reasoning => new("reasoning", reasoning.Text),
        TextContent text => new("text", text.Text),
        _ => null,
    };

    public AIContent Content() => Kind switch
    {
        "turn" => ChatConventions.TextSoFarWasReasoning(),
        "reasoning" => new TextReasoningContent(Text),
        _ => new TextContent(Text),
    };
}

internal sealed record CachedUsage(long? Input, long? Output, long? Reasoning);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CachedAnswer))]
internal sealed partial class CacheJson : JsonSerializerContext;
