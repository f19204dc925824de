using System.Text.Json.Serialization;

namespace Prover.Datasets.Formats;

/// <summary>A prompt and a verified proof.</summary>
public sealed class SftRecord : DatasetRecord
{
    /// <summary>Messages of system and user.</summary>
    [JsonPropertyName("prompt")]
    public List<ChatTurn> Prompt { get; set; } = [];

    /// <summary>One message of the assistant: the proof in a fenced block marked lean4.</summary>
    [JsonPropertyName("completion")]
    public List<ChatTurn> Completion { get; set; } = [];

    /// <summary>Id and hash of the prompt's text.</summary>
    [JsonPropertyName("prompt_id")]
    public string PromptId { get; set; } = string.Empty;

    /// <summary>The attempt.</summary>
    [JsonPropertyName("attempt_id")]
    public string AttemptId { get; set; } = string.Empty;

    /// <summary>Who proposed it.</summary>
    [JsonPropertyName("origin")]
    public string Origin { get; set; } = string.Empty;

    /// <summary>The prover that was at work, in rounds with its version, e.g. <c>portfolio@2</c>; null when not known.</summary>
    [JsonPropertyName("prover")]
    public string? Prover { get; set; }

    /// <summary>How far it was checked.</summary>
    [JsonPropertyName("grade")]
    public string Grade { get; set; } = string.Empty;
}
