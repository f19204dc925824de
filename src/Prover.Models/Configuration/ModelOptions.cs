using System.Text.Json;
using Prover.Core.Models;

namespace Prover.Models.Configuration;

/// <summary>One model of the configuration, with the defaults of what it leaves out.</summary>
public sealed class ModelOptions
{
    /// <summary>Base address of the server, e.g. <c>http://127.0.0.1:8000/v1</c>.</summary>
    public string Endpoint { get; set; } = string.Empty;

    /// <summary>The server's id of the model.</summary>
    public string Model { get; set; } = string.Empty;

    /// <summary>Name of the environment variable that holds the key.</summary>
    public string? KeyEnvironment { get; set; }

    /// <summary>File that holds the key and that only the user can read; <c>~/</c> is the home folder.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Tokens of prompt and answer together.</summary>
    public int ContextTokens { get; set; } = 32_768;

    /// <summary>Tokens of one answer at most.</summary>
    public int MaxOutputTokens { get; set; } = 8_192;

    /// <summary>Answers that the server gives to one request.</summary>
    public int MaxChoices { get; set; } = 1;

    /// <summary>Temperature where a caller names none.</summary>
    public float Temperature { get; set; } = 1.0f;

    /// <summary>Nucleus where a caller names none.</summary>
    public float TopP { get; set; } = 0.95f;

    /// <summary>Price, if it has one.</summary>
    public ModelPrice? Price { get; set; }

    /// <summary>Requests a minute at most; null is no limit.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>Tokens a minute at most, prompts and answers; null is no limit.</summary>
    public int? TokensPerMinute { get; set; }

    /// <summary>Requests at the same time.</summary>
    public int MaxConcurrentRequests { get; set; } = 64;

    /// <summary>How long one try may take in all.</summary>
    public double RequestTimeoutSeconds { get; set; } = 1_800;

    /// <summary>How long a server may be silent.</summary>
    public double IdleTimeoutSeconds { get; set; } = 300;

    /// <summary>Tries after the first.</summary>
    public int MaxRetries { get; set; } = 6;

    /// <summary>Wait before the second try; doubled from try to try, with jitter.</summary>
    public double RetryDelaySeconds { get; set; } = 1;

    /// <summary>Longest wait between tries, a server's <c>Retry-After</c> included: who asks for more is given up at once.</summary>
    public double MaxRetryDelaySeconds { get; set; } = 120;

    /// <summary>Where a model's text begins.</summary>
    public ReasoningStart Reasoning { get; set; }

    /// <summary>False for servers that can't stream.</summary>
    public bool Streaming { get; set; } = true;

    /// <summary>Name of the field that limits an answer; newer hosted models want <c>max_completion_tokens</c>.</summary>
    public string MaxTokensField { get; set; } = "max_tokens";

    /// <summary>More fields of the request, sent as they are, e.g. <c>top_k</c>, <c>min_p</c>, <c>chat_template_kwargs</c>.</summary>
    public Dictionary<string, JsonElement> ExtraBody { get; set; } = [];

    internal ModelInfo Info(string name) => new()
    {
        Name = name,
        ModelId = Model,
        Endpoint = new Uri(Endpoint),
        ContextTokens = ContextTokens,
        MaxOutputTokens = MaxOutputTokens,
        MaxChoices = MaxChoices,
        Temperature = Temperature,
        TopP = TopP,
        Price = Price,
    };
}

/// <summary>Where a model's text begins.</summary>
public enum ReasoningStart
{
    /// <summary>In the answer, unless it says <c>&lt;think&gt;</c>. A lone <c>&lt;/think&gt;</c> turns what came before into reasoning.</summary>
    Outside,

    /// <summary>Within the reasoning, because the prompt's template ends with <c>&lt;think&gt;</c>, as DeepSeek-R1's does.</summary>
    Inside,
}
