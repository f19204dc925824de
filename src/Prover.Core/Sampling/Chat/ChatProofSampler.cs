using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Statements;

namespace Prover.Core.Sampling.Chat;

/// <summary>Asks language models for whole proofs, each request afresh; what Lean says of them is not told to the models.</summary>
/// <remarks>The stream ends when the tokens or the requests are spent, or when every model has failed for good.</remarks>
/// <param name="models">The models.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="library">Which Lean the models write for.</param>
/// <param name="options">The settings.</param>
/// <param name="examples">Where examples come from; null shows none.</param>
public sealed class ChatProofSampler(
    ILanguageModels models, PromptLibrary prompts, LeanLibrary library, ChatSamplingOptions options, ProofExamples? examples = null) : IProofSampler
{
    // A few candidates ahead of Lean keep it busy; more would be paid for and perhaps not needed.
    private const int Ahead = 8;

    private const string Purpose = "prove";

    /// <inheritdoc />
    public string Name => ChatCandidates.OriginPrefix;

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        options.Validate();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var candidates = Channel.CreateBounded<ProofCandidate>(new BoundedChannelOptions(Ahead) { SingleReader = true });
        var work = Task.Run(() => WorkAsync(problem, run, candidates.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var candidate in candidates.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return candidate;
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
        }
    }

    private async Task WorkAsync(Problem problem, SamplingRun run, ChannelWriter<ProofCandidate> candidates, CancellationToken cancellationToken)
    {
        try
        {
            await AskAllAsync(problem, run, candidates, cancellationToken).ConfigureAwait(false);
            candidates.Complete();
        }
        catch (Exception e)
        {
            candidates.Complete(e);
        }
    }

    private async Task AskAllAsync(Problem problem, SamplingRun run, ChannelWriter<ProofCandidate> candidates, CancellationToken cancellationToken)
    {
        var rotation = new ModelRotation(Available(run), options.MaxFailuresInARow);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new List<Task<bool>>();
        var waits = false;
        var number = 0;
        try
        {
            while (true)
            {
                while (!waits && number < options.MaxRequests && running.Count < options.RequestsInFlight && rotation.Next() is { } model)
                {
                    running.Add(AskAsync(model, number++, problem, run, rotation, candidates, stop.Token));
                }

                if (running.Count == 0)
                {
                    return;
                }

                var done = await Task.WhenAny(running).ConfigureAwait(false);
                running.Remove(done);

                // No room in the budget: what the requests under way do not use comes back to it.
                waits = !await done.ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
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

    /// <summary>One request; false when the budget had no room for it.</summary>
    private async Task<bool> AskAsync(
        LanguageModel model,
        int number,
        Problem problem,
        SamplingRun run,
        ModelRotation rotation,
        ChannelWriter<ProofCandidate> candidates,
        CancellationToken cancellationToken)
    {
        var turn = number / options.Models.Count;
        var prompt = await PromptAsync(options.Prompts[turn % options.Prompts.Count], turn, problem, cancellationToken).ConfigureAwait(false);
        var request = new ModelRequest
        {
            Purpose = Purpose,
            Messages = prompt.Messages,
            Choices = Math.Min(options.ChoicesPerRequest, Math.Max(1, model.Info.MaxChoices)),
            Temperature = options.Temperatures.Count == 0 ? null : options.Temperatures[turn / options.Prompts.Count % options.Temperatures.Count],
            MaxOutputTokens = options.MaxOutputTokens,
            Seed = SeedOf(run.Options.Seed, number),
        };
        var answered = false;
        try
        {
            await foreach (var reply in ChatCandidates.AskAsync(model, request, problem, prompt.Origin, run, cancellationToken).ConfigureAwait(false))
            {
                answered = true;
                if (reply.Candidate is { } candidate)
                {
                    await candidates.WriteAsync(candidate, cancellationToken).ConfigureAwait(false);
                }
            }

            rotation.Succeeded(model);
            return answered;
        }
        catch (ModelException e)
        {
            if (rotation.Failed(model, e.IsTransient))
            {
                run.Models.Report(new ModelEvent.Failed(model.Info.Name, Purpose, $"It is not asked again for this problem: {e.Message}"));
            }

            return true;
        }
    }

    private async Task<Prompt> PromptAsync(string name, int turn, Problem problem, CancellationToken cancellationToken)
    {
        // Another pair of examples each time, as long as there are some that fit.
        var found = examples is null ? [] : await examples.FindAsync(problem, options.Examples * 3, cancellationToken).ConfigureAwait(false);
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
