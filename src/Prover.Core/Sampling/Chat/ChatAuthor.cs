using System.Runtime.CompilerServices;
using Prover.Core.Answers;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Repair;
using Prover.Core.Statements;

namespace Prover.Core.Sampling.Chat;

/// <summary>Language models as authors of whole proofs: they write, and correct when told what Lean said.</summary>
/// <remarks>Made for one search: it remembers which models have failed for good.</remarks>
/// <param name="models">The models, asked in turn.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="library">Which Lean the models write for.</param>
/// <param name="options">The settings.</param>
/// <param name="examples">Where examples come from; null shows none.</param>
public sealed class ChatAuthor(
    IReadOnlyList<LanguageModel> models, PromptLibrary prompts, LeanLibrary library, ChatSamplingOptions options, ProofExamples? examples = null) : IProofAuthor
{
    private const string ToWrite = "prove";
    private const string ToCorrect = "repair";

    private readonly ModelRotation _rotation = new(models, options.MaxFailuresInARow);

    /// <inheritdoc />
    public string Name => ChatCandidates.OriginPrefix;

    /// <inheritdoc />
    public IAsyncEnumerable<ProofCandidate>? Write(Problem problem, int number, SamplingRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        return _rotation.Next() is { } model ? WriteAsync(model, problem, number, run, cancellationToken) : null;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<ProofCandidate>? Correct(
        Problem problem, FailedAttempt attempt, int number, SamplingRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(run);
        return _rotation.Next() is { } model ? CorrectAsync(model, problem, attempt, number, run, cancellationToken) : null;
    }

    private async IAsyncEnumerable<ProofCandidate> WriteAsync(
        LanguageModel model, Problem problem, int number, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var turn = number / models.Count;
        var prompt = await PromptAsync(options.Prompts[turn % options.Prompts.Count], turn, problem, cancellationToken).ConfigureAwait(false);
        var request = new ModelRequest
        {
            Purpose = ToWrite,
            Messages = prompt.Messages,
            Choices = Math.Min(options.ChoicesPerRequest, Math.Max(1, model.Info.MaxChoices)),
            Temperature = options.Temperatures.Count == 0 ? null : options.Temperatures[turn / options.Prompts.Count % options.Temperatures.Count],
            MaxOutputTokens = options.MaxOutputTokens,
            Seed = SeedOf(run.Options.Seed, number),
        };
        await foreach (var candidate in AskAsync(model, request, prompt, problem, run, cancellationToken).ConfigureAwait(false))
        {
            yield return candidate;
        }
    }

    private async IAsyncEnumerable<ProofCandidate> CorrectAsync(
        LanguageModel model,
        Problem problem,
        FailedAttempt attempt,
        int number,
        SamplingRun run,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prompt = prompts.Render(ToCorrect, RepairValues.Of(problem, attempt, library));
        var request = new ModelRequest
        {
            Purpose = ToCorrect,
            Messages = prompt.Messages,
            MaxOutputTokens = options.MaxOutputTokens,

            // Apart from the seeds of fresh proofs.
            Seed = SeedOf(~run.Options.Seed, number),
        };
        await foreach (var candidate in AskAsync(model, request, prompt, problem, run, cancellationToken).ConfigureAwait(false))
        {
            yield return candidate;
        }
    }

    private async IAsyncEnumerable<ProofCandidate> AskAsync(
        LanguageModel model, ModelRequest request, Prompt prompt, Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var replies = ChatCandidates.AskAsync(model, request, problem, prompt.Origin, run, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (replies.ConfigureAwait(false))
        {
            while (await NextAsync(replies, model, request.Purpose, run).ConfigureAwait(false) is { } reply)
            {
                if (Candidate(reply, model, prompt, run) is { } candidate)
                {
                    yield return candidate;
                }
            }
        }
    }

    /// <summary>The next reply; null at the end, and where the model failed.</summary>
    private async Task<ChatReply?> NextAsync(IAsyncEnumerator<ChatReply> replies, LanguageModel model, string purpose, SamplingRun run)
    {
        try
        {
            if (await replies.MoveNextAsync().ConfigureAwait(false))
            {
                return replies.Current;
            }

            _rotation.Succeeded(model);
        }
        catch (ModelException e)
        {
            if (_rotation.Failed(model, e.IsTransient))
            {
                run.Models.Report(new ModelEvent.Failed(model.Info.Name, purpose, $"It is not asked again for this problem: {e.Message}"));
            }
        }

        return null;
    }

    /// <summary>A proof with holes is no proof, but what Lean says of it shows what is left to do.</summary>
    private static ProofCandidate? Candidate(ChatReply reply, LanguageModel model, Prompt prompt, SamplingRun run) => reply.Candidate
        ?? (run.Finished is not null && reply.Read is ExtractedAnswer.LeftSorry open && open.Proof.Proof.Trim() is not ("sorry" or "by sorry")
        ? new ProofCandidate(open.Proof.Proof, $"{ChatCandidates.OriginPrefix}/{model.Info.Name}/{prompt.Origin}") { Helpers = open.Proof.Helpers }
        : null);

    private async Task<Prompt> PromptAsync(string name, int turn, Problem problem, CancellationToken cancellationToken)
    {
        // Another pair of examples each time, as long as there are some that fit.
        var found = examples is null ? [] : await examples.FindAsync(problem, library, options.Examples * 3, cancellationToken).ConfigureAwait(false);
        var sets = Math.Max(1, found.Count / Math.Max(1, options.Examples));
        var shown = found.Skip(turn % sets * options.Examples).Take(options.Examples).ToArray();
        return prompts.Render(name, library.AddTo(new Dictionary<string, object>
        {
            ["name"] = problem.Name,
            ["statement"] = problem.Statement.Head,
            ["goal"] = problem.Goal ?? string.Empty,
            ["examples"] = shown,
        }));
    }

    // Within 31 bits: servers differ in what they take. Choices of one request count on from it.
    private static long SeedOf(int seed, int number) => unchecked(((uint)seed * 2_654_435_761u) + ((uint)number * 1_024u)) & 0x7fff_ffff;
}
