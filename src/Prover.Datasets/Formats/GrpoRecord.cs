using System.Text.Json.Serialization;

namespace Prover.Datasets.Formats;

/// <summary>A group of completions of one prompt. The lists have one element a completion, in the same order.</summary>
public sealed class GrpoRecord : DatasetRecord
{
    /// <summary>Messages of system and user.</summary>
    [JsonPropertyName("prompt")]
    public List<ChatTurn> Prompt { get; set; } = [];

    /// <summary>What the assistant said.</summary>
    [JsonPropertyName("completions")]
    public List<string> Completions { get; set; } = [];

    /// <summary>The reward of each.</summary>
    [JsonPropertyName("rewards")]
    public List<double> Rewards { get; set; } = [];

    /// <summary>(reward − mean of the group) / (standard deviation of the group + ε); 0 throughout where all rewards are the same.</summary>
    [JsonPropertyName("advantages")]
    public List<double> Advantages { get; set; } = [];

    /// <summary>How each ended: <c>proved</c> or <c>not_proved</c>.</summary>
    [JsonPropertyName("outcomes")]
    public List<string> Outcomes { get; set; } = [];

    /// <summary>How far each was checked; empty for what is not proved.</summary>
    [JsonPropertyName("grades")]
    public List<string> Grades { get; set; } = [];

    /// <summary>The attempts.</summary>
    [JsonPropertyName("attempt_ids")]
    public List<string> AttemptIds { get; set; } = [];

    /// <summary>True where all rewards are the same: such a group teaches nothing.</summary>
    [JsonPropertyName("zero_variance")]
    public bool IsZeroVariance { get; set; }

    /// <summary>Attempts that are left out, since nothing is known of them.</summary>
    [JsonPropertyName("unknown")]
    public int Unknown { get; set; }

    /// <summary>Id and hash of the prompt's text.</summary>
    [JsonPropertyName("prompt_id")]
    public string PromptId { get; set; } = string.Empty;
}
