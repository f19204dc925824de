using System.Runtime.CompilerServices;
using Prover.Core.Checking;
using Prover.Core.Memory;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Repair;
using Prover.Core.Repair.Partial;
using Prover.Core.Sampling.Chat;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Statements;
using Prover.Core.TacticSearch;

namespace Prover.Core.Sampling;

/// <summary>What a run's options ask for: the model-free portfolio and, beside it, the language models.</summary>
/// <param name="checker">Says which Lean there is, and what can be kept of failed proofs.</param>
/// <param name="models">The models.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="examples">Where examples for prompts come from; null shows none.</param>
/// <param name="lemmas">Lemmas for the search over tactics; null has none.</param>
/// <param name="memory">Advises portfolio and search; null has none.</param>
public sealed class StandardSampler(
    ILeanChecker checker, ILanguageModels models, PromptLibrary prompts, ProofExamples? examples = null, ILemmaSource? lemmas = null, ITacticMemory? memory = null) : IProofSampler
{
    private readonly PortfolioSampler _portfolio = new();
    private readonly ThoroughSampler _thorough = new(new TacticSearchSampler(checker, memory, lemmas: lemmas));

    /// <inheritdoc />
    public string Name => "prover";

    /// <inheritdoc />
    /// <exception cref="ModelException">A name among the options is none of a configured model.</exception>
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        var names = run.Options.Models ?? [.. models.All.Select(m => m.Name)];
        foreach (var unknown in names.Where(n => !models.All.Any(m => m.Name == n)))
        {
            _ = models.Get(unknown);
        }

        var samplers = new List<IProofSampler>();
        if (WithoutModels(run.Options) is { } withoutModels)
        {
            samplers.Add(withoutModels);
        }

        if (names.Count > 0)
        {
            var library = LeanLibrary.Of(await checker.GetIdentityAsync(cancellationToken).ConfigureAwait(false));
            samplers.Add(new ChatProofSampler(
                models, prompts, library, new ChatSamplingOptions { Models = names }, new RepairOptions(), examples, new PartialProofFinder(run.Over(checker))));
        }

        var combined = samplers.Count == 1 ? samplers[0] : new CombinedSampler(samplers);
        await foreach (var candidate in combined.SampleAsync(problem, run, cancellationToken).ConfigureAwait(false))
        {
            yield return candidate;
        }
    }
    private IProofSampler? WithoutModels(SamplingOptions options) => (options.UsePortfolio, options.UseSearch) switch
    {
        (true, _) when memory is not null => new GuidedSampler(memory, _portfolio, options.UseSearch ? _thorough : null),
        (true, true) => new StaggeredSampler(_portfolio, _thorough),
        (true, false) => _portfolio,
        (false, true) => _thorough,
        _ => null,
    };
}
