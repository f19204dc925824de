using Microsoft.Extensions.AI;

namespace Prover.Core.Models;

/// <summary>A question to a model.</summary>
public sealed record ModelRequest
{
    /// <summary>What for, a short word; see <see cref="ModelEvent.Purpose"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>The conversation so far.</summary>
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>Answers wanted; asked for in one request where the server can, else in several.</summary>
    public int Choices { get; init; } = 1;

    /// <summary>Temperature; null takes the model's.</summary>
    public float? Temperature { get; init; }

    /// <summary>Tokens of one answer at most; null takes the model's limit. Cut to what the context and the budget leave.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Seed, where the server heeds one.</summary>
    public long? Seed { get; init; }
}

/// <summary>What a model has said so far in one of its answers.</summary>
/// <param name="Choice">Which answer, from 0.</param>
/// <param name="Text">All of its text so far, without reasoning.</param>
/// <param name="End">How it ended; null while it goes on.</param>
public sealed record AnswerUpdate(int Choice, string Text, AnswerEnd? End)
{
    /// <summary>The reasoning so far; empty where there is none.</summary>
    public string Reasoning { get; init; } = string.Empty;
}

/// <summary>How an answer ended.</summary>
public enum AnswerEnd
{
    /// <summary>The model was done.</summary>
    Stop,

    /// <summary>The limit of tokens cut it off.</summary>
    Length,

    /// <summary>The connection broke off; what had arrived is all there is.</summary>
    Cut,

    /// <summary>The server held it back.</summary>
    Filtered,
}
