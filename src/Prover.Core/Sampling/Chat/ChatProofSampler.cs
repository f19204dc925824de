using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Repair;
using Prover.Core.Repair.Partial;
using Prover.Core.Repair.Policies;
using Prover.Core.Statements;

namespace Prover.Core.Sampling.Chat;

/// <summary>Asks language models for whole proofs, and to correct those that Lean turns down.</summary>
/// <remarks>The stream ends when the tokens or the questions are spent, or when every model has failed for good. Without
/// <see cref="SamplingRun.Finished"/>, or with the policy <c>fresh-only</c>, nothing is corrected.</remarks>
/// <param name="models">The models.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="library">Which Lean the models write for.</param>
/// <param name="options">How to ask.</param>
/// <param name="repair">How to correct.</param>
/// <param name="examples">Where examples come from; null shows none.</param>
/// <param name="partials">Finds what can be kept of a failed proof; null keeps nothing.</param>
public sealed class ChatProofSampler(
    ILanguageModels models,
    PromptLibrary prompts,
    LeanLibrary library,
    ChatSamplingOptions options,
    RepairOptions? repair = null,
    ProofExamples? examples = null,
    PartialProofFinder? partials = null) : IProofSampler
{
    private const string Purpose = "prove";

    /// <inheritdoc />
    public string Name => ChatCandidates.OriginPrefix;

    /// <inheritdoc />
    public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        options.Validate();
        var author = new ChatAuthor(Available(run), prompts, library, options, examples);
        var limits = (repair ?? new RepairOptions()) with { MaxRequests = options.MaxRequests, Parallelism = options.RequestsInFlight };
        return new RepairLoop(author, partials, RepairPolicies.Get(run.Options.RepairPolicy), limits).SampleAsync(problem, run, cancellationToken);
    }

    private List<LanguageModel> Available(SamplingRun run)
    {
        var available = new List<LanguageModel>();
        foreach (var name in options.Models)
        {
            try
            {
                available.Add(models.Get(name));
            }
            catch (ModelException e)
            {
                run.Models.Report(new ModelEvent.Failed(name, Purpose, e.Message));
            }
        }

        return available;
    }
}
