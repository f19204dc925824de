namespace Prover.Models.Probing;

/// <summary>What a model showed when it was asked something tiny.</summary>
public sealed record ModelProbeResult
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>What went wrong, with its remedy; null when it answered.</summary>
    public string? Problem { get; init; }

    /// <summary>Until the first piece of the answer, reasoning included.</summary>
    public TimeSpan FirstPiece { get; init; }

    /// <summary>Until the end.</summary>
    public TimeSpan Whole { get; init; }

    /// <summary>The answer.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The answer came in more than one piece.</summary>
    public bool Streams { get; init; }

    /// <summary>It said how the answer ended.</summary>
    public bool SaysEnd { get; init; }

    /// <summary>Tokens of the prompt as the server counts them; null when it does not say.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens of the answer as the server counts them; null when it does not say.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>It reasoned, and that was kept apart from the answer.</summary>
    public bool Reasons { get; init; }

    /// <summary>The text began with reasoning that no opening tag announced: <c>"reasoning": "Inside"</c> fits better.</summary>
    public bool BeginsInsideReasoning { get; init; }

    /// <summary>Two answers came to one request for two.</summary>
    public bool GivesSeveralChoices { get; init; }

    /// <summary>The limit of tokens was heeded; null when the server does not say what it spent.</summary>
    public bool? HeedsMaxTokens { get; init; }

    /// <summary>The answer came out of the cache: the times say nothing of the server.</summary>
    public bool WasCached { get; init; }
}
