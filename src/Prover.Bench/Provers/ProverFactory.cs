using Prover.Core.Checking;
using Prover.Core.Identities;
using Prover.Core.Memory;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Proving;
using Prover.Core.Repair.Policies;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Chat;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.TacticSearch;
using Prover.Core.Verification;

namespace Prover.Bench.Provers;

/// <summary>Makes provers for runs. None of them keeps a store or is shown kept proofs: a problem's proof of an earlier run would be among them.</summary>
/// <param name="checker">Runs Lean.</param>
/// <param name="verifier">Has the last word.</param>
/// <param name="models">The models.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="lemmas">Lemmas for the search over tactics; null has none.</param>
public sealed class ProverFactory(ILeanChecker checker, Verifier verifier, ILanguageModels models, PromptLibrary prompts, ILemmaSource? lemmas = null)
{
    /// <summary>What a name of a model's prover begins with.</summary>
    public const string ModelPrefix = "model:";

    private const string Portfolio = "portfolio";
    private const string Engine = "engine";
    private const string Search = "search";
    private const string SearchAndMemory = "search+memory";
    private const string PortfolioAndSearch = "portfolio+search";
    private const string WithMemory = "portfolio+search+memory";
    private const string Loop = "loop";

    // The first prompt only: samples of one problem must be draws from one and the same distribution.
    private const string Prompt = "prove";

    /// <summary>The names and what they mean, for people.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Names { get; } =
    [
        (Portfolio, "tactic scripts, no model; deterministic"),
        (Engine, "certificates by exact calculation, no model; deterministic"),
        (Search, "best-first search over tactics, no model"),
        (SearchAndMemory, "scripts that have proved goals like these before, soon joined by the search with the memory beside it"),
        (PortfolioAndSearch, "the portfolio, soon joined by the engine and then the search over tactics"),
        (WithMemory, "first what has helped with goals like these before, then the portfolio, soon joined by the engine and the search, the memory beside it"),
        (Loop, "the whole search: portfolio, models, repairs; a sample is a search"),
        ($"{ModelPrefix}NAME", "one answer of a model, no repair; a sample is an answer"),
    ];

    /// <summary>Whether the prover of a name asks models.</summary>
    public static bool NeedsModels(string name) => name == Loop || name.StartsWith(ModelPrefix, StringComparison.Ordinal);

    /// <summary>Makes one.</summary>
    /// <exception cref="ArgumentException">There is no prover of that name, or no model for it.</exception>
    /// <exception cref="ModelException">A model is none of those that are configured.</exception>
    public async Task<IBenchProver> CreateAsync(ProverRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Name switch
        {
            Portfolio => WithoutModels(request, new PortfolioSampler()),
            Engine => WithoutModels(request, new IdentitySampler()),
            Search => WithoutModels(request, new TacticSearchSampler(checker, lemmas: lemmas)),
            WithMemory or SearchAndMemory => OfMemory(request),
            PortfolioAndSearch => WithoutModels(request, new StaggeredSampler(new PortfolioSampler(), new ThoroughSampler(new TacticSearchSampler(checker, lemmas: lemmas)))),
            Loop => OfLoop(request),
            _ when request.Name.StartsWith(ModelPrefix, StringComparison.Ordinal) =>
                await OfModelAsync(request, models.Get(request.Name[ModelPrefix.Length..]).Info, cancellationToken).ConfigureAwait(false),
            _ => throw new ArgumentException(
                $"There is no prover '{request.Name}'. There are: {string.Join("; ", Names.Select(n => $"{n.Name} ({n.Meaning})"))}."),
        };
    }

    /// <summary>Whether the prover of a name learns from proofs by a memory.</summary>
    public static bool HasMemory(string name) => name is WithMemory or SearchAndMemory;

    private SearchProver OfMemory(ProverRequest request)
    {
        var memory = request.Memory ?? TacticMemory.InMemory().Snapshot();
        var search = new TacticSearchSampler(checker, memory, lemmas: lemmas);
        return WithoutModels(
            request,
            request.Name == SearchAndMemory ? new AdvisedSampler(new RememberedSampler(memory), search, GuidedSampler.HeadStart) : new GuidedSampler(memory, new PortfolioSampler(), new ThoroughSampler(search)));
    }

    private SearchProver WithoutModels(ProverRequest request, IProofSampler sampler) => Make(
        request,
        sampler,
        new SamplingOptions { Models = [] },
        Settings(request, []) with { IsDeterministic = true, UsesPortfolio = request.Name is not (Engine or Search or SearchAndMemory), Memory = request.MemoryId });

    private SearchProver OfLoop(ProverRequest request)
    {
        var infos = request.Models is { } names ? [.. names.Select(n => models.Get(n).Info)] : models.All;
        if (infos.Count == 0)
        {
            throw new ArgumentException("The loop needs a model, and none is configured: see 'prover models list'. Without one, test the prover 'portfolio'.");
        }

        var sampling = new SamplingOptions { Models = [.. infos.Select(i => i.Name)], UsePortfolio = request.UsePortfolio, RepairPolicy = request.RepairPolicy };
        var settings = Settings(request, infos) with
        {
            RepairPolicy = request.RepairPolicy,
            Prompts = [.. new ChatSamplingOptions().Prompts.Append("repair").Select(prompts.OriginOf)],
            UsesPortfolio = request.UsePortfolio,
        };
        return Make(request, new StandardSampler(checker, models, prompts), sampling, settings);
    }

    private async Task<SearchProver> OfModelAsync(ProverRequest request, ModelInfo info, CancellationToken cancellationToken)
    {
        var library = LeanLibrary.Of(await checker.GetIdentityAsync(cancellationToken).ConfigureAwait(false));
        var options = new ChatSamplingOptions
        {
            Models = [info.Name],
            Prompts = [Prompt],
            Temperatures = [],
            ChoicesPerRequest = 1,
            MaxRequests = 1,
            Examples = 0,
        };
        var sampling = new SamplingOptions { Models = [info.Name], UsePortfolio = false, RepairPolicy = new FreshOnlyPolicy().Name };
        return Make(request, new ChatProofSampler(models, prompts, library, options), sampling, Settings(request, [info]) with { Prompts = [prompts.OriginOf(Prompt)] });
    }

    private SearchProver Make(ProverRequest request, IProofSampler sampler, SamplingOptions sampling, ProverSettings settings) =>
        new(settings, new ProofSearch(checker, verifier, sampler), sampling, request.Budget, request.Grade, checker);

    private static ProverSettings Settings(ProverRequest request, IReadOnlyList<ModelInfo> infos) => new(request.Name)
    {
        Models = [.. infos.Select(Of)],
        MaxCandidates = request.Budget.MaxSamples,
        TimeLimitSeconds = request.Budget.TimeLimit.TotalSeconds,
        CandidateTimeLimitSeconds = request.Budget.CandidateTimeLimit.TotalSeconds,
        ProcessorTimeLimitSeconds = request.Budget.ProcessorTimeLimit?.TotalSeconds,
        MaxTokens = request.Budget.MaxTokens,
        Grade = request.Grade.ToString().ToLowerInvariant(),
    };

    private static ModelSettings Of(ModelInfo info) => new(info.Name, info.ModelId, info.Endpoint.ToString())
    {
        Temperature = info.Temperature,
        TopP = info.TopP,
        MaxOutputTokens = info.MaxOutputTokens,
        Price = info.Price is { } price ? $"{price.InputPerMillion} in, {price.OutputPerMillion} out {price.Currency}" : null,
        Currency = info.Price?.Currency,
    };
}
