using System.CommandLine;
using Prover.Core.Repair.Policies;
using Prover.Core.Sampling;

namespace Prover.Cli.Commands;

/// <summary>Which language models to use and how.</summary>
internal static class ModelOptions
{
    public static readonly Option<string[]> Models = new("--model")
    {
        Description = "Use this language model, and only those named so (see 'prover models list'); without it all that are configured.",
        HelpName = "NAME",
    };

    public static readonly Option<bool> None = new("--no-models") { Description = "Use no language model." };

    public static readonly Option<bool> NoPortfolio = new("--no-portfolio") { Description = "Use no model-free tactics: what models alone can do." };

    public static readonly Option<bool> Search = new("--search") { Description = "Go on with a search over tactics, step by step, where the portfolio of scripts has no more ideas; needs no model." };

    public static readonly Option<string?> ModelsFile = new("--models-file")
    {
        Description = $"The configuration of language models (environment: {Prover.Models.Configuration.ModelsFile.PathVariable}).",
        HelpName = "FILE",
    };

    public static readonly Option<string> Policy = SharedOptions.Named(
        "--repair-policy", "How fresh proofs by models and repairs of failed ones share the budget.",
        RepairPolicies.All[0].Name, [.. RepairPolicies.All.Select(p => p.Name)]);

    public static readonly Option<long?> MaxTokens = new("--max-tokens")
    {
        Description = "Tokens that language models may spend, prompts and answers together.",
        HelpName = "N",
    };

    public static readonly Option<int> Seed = new("--seed") { Description = "Seed of whatever is random.", HelpName = "N" };

    /// <summary>Wall-clock time of a search with models when nobody names one: they think for minutes where tactics take seconds.</summary>
    public static readonly TimeSpan UsualTimeLimit = TimeSpan.FromMinutes(15);

    /// <summary>The models to use: null is all, empty is none.</summary>
    /// <exception cref="Input.UsageException">The options contradict each other.</exception>
    public static IReadOnlyList<string>? ReadModels(ParseResult parsed) => (parsed.GetValue(Models) ?? [], parsed.GetValue(None)) switch
    {
        ({ Length: > 0 }, true) => throw new Input.UsageException("Give --model or --no-models, not both."),
        (_, true) => [],
        ({ Length: > 0 } names, _) => names,
        _ => null,
    };

    /// <exception cref="Input.UsageException">The options contradict each other.</exception>
    public static SamplingOptions Read(ParseResult parsed) => new()
    {
        Seed = parsed.GetValue(Seed),
        Models = ReadModels(parsed),
        UsePortfolio = !parsed.GetValue(NoPortfolio),
        UseSearch = parsed.GetValue(Search),
        RepairPolicy = parsed.GetRequiredValue(Policy),
    };

    /// <exception cref="Input.UsageException">It is not positive.</exception>
    public static long? ReadMaxTokens(ParseResult parsed) => parsed.GetValue(MaxTokens) switch
    {
        <= 0 => throw new Input.UsageException("--max-tokens must be positive; --no-models uses none."),
        var tokens => tokens,
    };
}
