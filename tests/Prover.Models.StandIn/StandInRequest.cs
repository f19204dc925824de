using System.Text.Json;

namespace Prover.Models.StandIn;

/// <summary>A message of a request.</summary>
public sealed record StandInMessage(string Role, string Text);

/// <summary>What a client asked.</summary>
public sealed record StandInRequest
{
    /// <summary>Which request of the server's life, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The body as it came.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>The <c>Authorization</c> header; empty without one.</summary>
    public string Authorization { get; init; } = string.Empty;

    /// <summary>The model's id.</summary>
    public string Model => Text("model");

    /// <summary>The conversation.</summary>
    public required IReadOnlyList<StandInMessage> Messages { get; init; }

    /// <summary>Text of the last message of the user.</summary>
    public string LastUser => Messages.LastOrDefault(m => m.Role == "user")?.Text ?? string.Empty;

    /// <summary>Answers asked for.</summary>
    public int N => (int)(Numeric("n") ?? 1);

    /// <summary>The seed, if any.</summary>
    public long? Seed => (long?)Numeric("seed");

    /// <summary>The temperature, if any.</summary>
    public double? Temperature => Numeric("temperature");

    /// <summary>Tokens of one answer at most, if the client says.</summary>
    public int? MaxTokens => (int?)(Numeric("max_tokens") ?? Numeric("max_completion_tokens"));

    /// <summary>True when a stream is asked for.</summary>
    public bool Stream => Body.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;

    /// <summary>True when a stream shall end with the usage.</summary>
    public bool IncludeUsage =>
        Body.TryGetProperty("stream_options", out var options)
        && options.TryGetProperty("include_usage", out var usage)
        && usage.ValueKind == JsonValueKind.True;

    /// <summary>Tokens of the prompt.</summary>
    public int InputTokens => Messages.Sum(m => Tokens.Count(m.Text) + 1);

    internal static StandInRequest Read(int number, JsonElement body, string authorization) => new()
    {
        Number = number,
        Body = body,
        Authorization = authorization,
        Messages =
        [
            .. body.GetProperty("messages").EnumerateArray()
                .Select(m => new StandInMessage(m.GetProperty("role").GetString() ?? string.Empty, Content(m.GetProperty("content")))),
        ],
    };

    // A text, or parts of which the texts count.
    private static string Content(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(p => p.TryGetProperty("text", out var text) ? text.GetString() : null)),
        _ => string.Empty,
    };

    private string Text(string name) => Body.TryGetProperty(name, out var value) ? value.GetString() ?? string.Empty : string.Empty;

    private double? Numeric(string name) =>
        Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
