using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prover.Models.Wire;

// What servers answer: the whole contract. Unknown fields are skipped, and every field may be missing or null.

/// <summary>An event of a stream, or a whole answer: they differ in <c>delta</c> and <c>message</c> only.</summary>
internal sealed record WireAnswer(
    string? Id,
    IReadOnlyList<WireChoice>? Choices,
    WireUsage? Usage,
    JsonElement? Error);

internal sealed record WireChoice(
    int Index,
    WireMessage? Delta,
    WireMessage? Message,
    [property: JsonPropertyName("finish_reason")] string? FinishReason);

internal sealed record WireMessage(
    [property: JsonConverter(typeof(LenientText))] string? Content,
    [property: JsonPropertyName("reasoning_content")][property: JsonConverter(typeof(LenientText))] string? ReasoningContent,
    [property: JsonConverter(typeof(LenientText))] string? Reasoning);

internal sealed record WireUsage(
    [property: JsonPropertyName("prompt_tokens")] long? PromptTokens,
    [property: JsonPropertyName("completion_tokens")] long? CompletionTokens,
    [property: JsonPropertyName("completion_tokens_details")] WireUsageDetails? CompletionDetails);

internal sealed record WireUsageDetails([property: JsonPropertyName("reasoning_tokens")] long? ReasoningTokens);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WireAnswer))]
internal sealed partial class WireJson : JsonSerializerContext;

/// <summary>A text, or a list of parts whose texts count (as Mistral sends it); anything else is no text.</summary>
internal sealed class LenientText : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.StartArray:
                using (var parts = JsonDocument.ParseValue(ref reader))
                {
                    return string.Concat(parts.RootElement.EnumerateArray().Select(Text));
                }

            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static string? Text(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
