using System.Text.Json.Serialization;

namespace Prover.Datasets.Formats;

/// <summary>A verified proof and a text that Lean turned down, for the same prompt.</summary>
public sealed class PreferenceRecord : DatasetRecord
{
    /// <summary>Messages of system and user.</summary>
    [JsonPropertyName("prompt")]
    public List<ChatTurn> Prompt { get; set; } = [];

    /// <summary>The verified proof.</summary>
    [JsonPropertyName("chosen")]
    public List<ChatTurn> Chosen { get; set; } = [];

    /// <summary>What Lean turned down.</summary>
    [JsonPropertyName("rejected")]
    public List<ChatTurn> Rejected { get; set; } = [];

    /// <summary>Id and hash of the prompt's text.</summary>
    [JsonPropertyName("prompt_id")]
    public string PromptId { get; set; } = string.Empty;

    /// <summary>The attempt that was proved.</summary>
    [JsonPropertyName("chosen_id")]
    public string ChosenId { get; set; } = string.Empty;

    /// <summary>The attempt that was turned down.</summary>
    [JsonPropertyName("rejected_id")]
    public string RejectedId { get; set; } = string.Empty;

    /// <summary>How far the proof was checked.</summary>
    [JsonPropertyName("grade")]
    public string Grade { get; set; } = string.Empty;

    /// <summary>Lean's first error about what it turned down.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; set; }
}
