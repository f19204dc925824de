namespace Prover.Bench.Provers;

/// <summary>What a prover under test is, to the last setting.</summary>
/// <param name="Name">For people, e.g. <c>portfolio</c>, <c>loop</c> or <c>model:goedel-v2-8b</c>.</param>
public sealed record ProverSettings(string Name)
{
    /// <summary>True when all attempts at a problem are the same but for time: then more than one sample says nothing new.</summary>
    public bool IsDeterministic { get; init; }

    /// <summary>Whether tactic scripts are among what it tries.</summary>
    public bool UsesPortfolio { get; init; }

    /// <summary>The models, with what they are asked with; empty without.</summary>
    public IReadOnlyList<ModelSettings> Models { get; init; } = [];

    /// <summary>What it has learned from, by a hash of the proofs; null where it has no memory.</summary>
    public string? Memory { get; init; }

    /// <summary>How fresh proofs and repairs share an attempt; null where nothing is repaired.</summary>
    public string? RepairPolicy { get; init; }

    /// <summary>Prompts by id with version, and the beginning of the text's hash.</summary>
    public IReadOnlyList<string> Prompts { get; init; } = [];

    /// <summary>Candidates that an attempt checks at most.</summary>
    public int MaxCandidates { get; init; }

    /// <summary>Wall-clock seconds of an attempt at most.</summary>
    public double TimeLimitSeconds { get; init; }

    /// <summary>Wall-clock seconds of one candidate's check at most.</summary>
    public double CandidateTimeLimitSeconds { get; init; }

    /// <summary>Processor seconds of an attempt's checks at most; null without limit.</summary>
    public double? ProcessorTimeLimitSeconds { get; init; }

    /// <summary>Tokens of an attempt at most; null without limit.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>The grade that a proof must reach, as a word: <c>compiled</c>, <c>audited</c> or <c>replayed</c>.</summary>
    public string Grade { get; init; } = string.Empty;

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>A model as it is asked in a run.</summary>
/// <param name="Name">The name that people and options use.</param>
/// <param name="ModelId">The server's own id.</param>
/// <param name="Endpoint">The server's address, without secrets.</param>
public sealed record ModelSettings(string Name, string ModelId, string Endpoint)
{
    /// <summary>Sampling temperature.</summary>
    public float Temperature { get; init; }

    /// <summary>Nucleus.</summary>
    public float TopP { get; init; }

    /// <summary>Tokens of one answer at most.</summary>
    public int MaxOutputTokens { get; init; }

    /// <summary>Price of a million tokens in and out with the currency, for people; null when free or unknown.</summary>
    public string? Price { get; init; }

    /// <summary>ISO 4217 code of the price; null when free or unknown.</summary>
    public string? Currency { get; init; }
}
