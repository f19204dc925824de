using System.Text.Json.Serialization;

namespace Prover.Datasets.Formats;

/// <summary>What every row says of its problem. Names are those of the columns.</summary>
public abstract class DatasetRecord
{
    /// <summary>Id of the problem.</summary>
    [JsonPropertyName("problem_id"), JsonPropertyOrder(-9)]
    public string ProblemId { get; set; } = string.Empty;

    /// <summary>Name of the theorem.</summary>
    [JsonPropertyName("name"), JsonPropertyOrder(-8)]
    public string Name { get; set; } = string.Empty;

    /// <summary>Where the problem comes from.</summary>
    [JsonPropertyName("source"), JsonPropertyOrder(-7)]
    public string Source { get; set; } = string.Empty;

    /// <summary>Whose terms it comes under; null when not known.</summary>
    [JsonPropertyName("licence"), JsonPropertyOrder(-6)]
    public string? Licence { get; set; }

    /// <summary>Its round of expert iteration; null for none.</summary>
    [JsonPropertyName("round"), JsonPropertyOrder(-5)]
    public int? Round { get; set; }

    /// <summary>The trusted statement, whole Lean text up to the end of the type.</summary>
    [JsonPropertyName("statement"), JsonPropertyOrder(-4)]
    public string Statement { get; set; } = string.Empty;

    /// <summary>The problem in natural language; null when there is none.</summary>
    [JsonPropertyName("informal"), JsonPropertyOrder(-3)]
    public string? Informal { get; set; }

    /// <summary>Name of the problem that it is a variant of; null for none.</summary>
    [JsonPropertyName("parent"), JsonPropertyOrder(-2)]
    public string? Parent { get; set; }
}

/// <summary>A message of a chat, as OpenAI's API has it.</summary>
public sealed class ChatTurn
{
    /// <summary><c>system</c>, <c>user</c> or <c>assistant</c>.</summary>
    [JsonPropertyName("role")]
    public string Role { get; set; } = string.Empty;

    /// <summary>The text.</summary>
    [JsonPropertyName("content")]
    public string Content { get; set; } = string.Empty;
}

/// <summary>Which Lean judged.</summary>
public sealed class LeanColumns
{
    /// <summary><c>embedded</c> or <c>native</c>.</summary>
    [JsonPropertyName("kind")]
    public string Kind { get; set; } = string.Empty;

    /// <summary>Lean's version.</summary>
    [JsonPropertyName("version")]
    public string Version { get; set; } = string.Empty;

    /// <summary>Hex SHA-256, or its beginning, of what determines its answers.</summary>
    [JsonPropertyName("hash")]
    public string Hash { get; set; } = string.Empty;

    /// <summary>Whether Mathlib is there.</summary>
    [JsonPropertyName("mathlib")]
    public bool HasMathlib { get; set; }
}
