using System.Text.Json.Serialization;

namespace Prover.Datasets.Formats;

/// <summary>A verified proof.</summary>
public sealed class ProofRecord : DatasetRecord
{
    /// <summary>The whole Lean text that was accepted.</summary>
    [JsonPropertyName("text")]
    public string Text { get; set; } = string.Empty;

    /// <summary>What stands after <c>:=</c>; null where it was not kept apart.</summary>
    [JsonPropertyName("proof")]
    public string? Proof { get; set; }

    /// <summary>How far it was checked: <c>compiled</c>, <c>audited</c> or <c>replayed</c>.</summary>
    [JsonPropertyName("grade")]
    public string Grade { get; set; } = string.Empty;

    /// <summary>The axioms that it rests on.</summary>
    [JsonPropertyName("axioms")]
    public List<string> Axioms { get; set; } = [];

    /// <summary>Which Lean accepted it; null when not known.</summary>
    [JsonPropertyName("lean")]
    public LeanColumns? Lean { get; set; }

    /// <summary>The attempt.</summary>
    [JsonPropertyName("attempt_id")]
    public string AttemptId { get; set; } = string.Empty;

    /// <summary>The attempt that it repaired; null for none.</summary>
    [JsonPropertyName("parent_id")]
    public string? ParentId { get; set; }

    /// <summary>Who proposed it.</summary>
    [JsonPropertyName("origin")]
    public string Origin { get; set; } = string.Empty;

    /// <summary>The prover that was at work; null when not known.</summary>
    [JsonPropertyName("prover")]
    public string? Prover { get; set; }

    /// <summary>Milliseconds that its check took.</summary>
    [JsonPropertyName("elapsed_ms")]
    public double ElapsedMilliseconds { get; set; }

    /// <summary>Tokens that were spent on it.</summary>
    [JsonPropertyName("tokens")]
    public long Tokens { get; set; }

    /// <summary>When it was verified, ISO 8601 in UTC; null when not known.</summary>
    [JsonPropertyName("created_at")]
    public string? CreatedAt { get; set; }
}

/// <summary>A statement.</summary>
public sealed class StatementRecord : DatasetRecord
{
    /// <summary>Imports and opening commands of the statement.</summary>
    [JsonPropertyName("header")]
    public string Header { get; set; } = string.Empty;

    /// <summary>Attempts that proved it.</summary>
    [JsonPropertyName("proved")]
    public int Proved { get; set; }

    /// <summary>Attempts that Lean turned down.</summary>
    [JsonPropertyName("not_proved")]
    public int NotProved { get; set; }

    /// <summary>Attempts of which nothing is known: time-outs, failures of the machinery, cancellations.</summary>
    [JsonPropertyName("unknown")]
    public int Unknown { get; set; }
}
