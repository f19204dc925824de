namespace Prover.Core.Models;

/// <summary>What is known of a named model. Holds no secret.</summary>
public sealed record ModelInfo
{
    /// <summary>The name that people and options use.</summary>
    public required string Name { get; init; }

    /// <summary>The server's own id of the model, e.g. <c>Goedel-LM/Goedel-Prover-V2-8B</c>.</summary>
    public required string ModelId { get; init; }

    /// <summary>Base address of the OpenAI-compatible server, e.g. <c>http://127.0.0.1:8000/v1</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Tokens of prompt and answer together.</summary>
    public int ContextTokens { get; init; } = 32_768;

    /// <summary>Tokens of one answer at most, reasoning included.</summary>
    public int MaxOutputTokens { get; init; } = 8_192;

    /// <summary>Answers that the server gives to one request (<c>n</c>); 1 where it can give only one.</summary>
    public int MaxChoices { get; init; } = 1;

    /// <summary>Temperature where a caller names none.</summary>
    public float Temperature { get; init; } = 1.0f;

    /// <summary>Nucleus where a caller names none.</summary>
    public float TopP { get; init; } = 0.95f;

    /// <summary>Price; null when it is free or not known.</summary>
    public ModelPrice? Price { get; init; }
}

/// <summary>Price of a model.</summary>
/// <param name="InputPerMillion">Of a million tokens of prompt.</param>
/// <param name="OutputPerMillion">Of a million tokens of answer.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record ModelPrice(decimal InputPerMillion, decimal OutputPerMillion, string Currency = "USD")
{
    /// <summary>Cost of a use.</summary>
    public decimal Of(long inputTokens, long outputTokens) => ((inputTokens * InputPerMillion) + (outputTokens * OutputPerMillion)) / 1_000_000m;
}
