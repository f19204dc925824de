using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Prover.Core.Models;

namespace Prover.RepairBenchmark;

/// <summary>Stands where a language model would: writes a fresh proof, or, when the question holds a failed one, a corrected one. What it
/// answers depends on nothing but the problem, its habits, the question and the question's seed.</summary>
internal sealed class SimulatedModel(SimulatedProblem problem, Habits habits, int seed) : IChatClient
{
    public LanguageModel AsModel() => new(
        new ModelInfo
        {
            Name = "simulated",
            ModelId = "simulated",
            Endpoint = new Uri("http://simulated.invalid/v1"),
            MaxOutputTokens = problem.Steps * Prices.Step,
        },
        this);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var failed = ProofLines.Read(messages.Last().Text);
        var draws = new Draws(seed, problem.Number, options!.Seed!.Value);
        var steps = failed.Count == 0 ? [.. Enumerable.Range(0, problem.Steps).Select(_ => Fresh(draws))] : failed.Select(s => Corrected(s, draws)).ToList();

        // Where the budget leaves room for less, the answer is cut off, as a server would.
        var room = options.MaxOutputTokens ?? int.MaxValue;
        var said = steps.Take(room / Prices.Step).ToList();
        yield return new ChatResponseUpdate(ChatRole.Assistant, ProofLines.Write(said)) { MessageId = ChatConventions.ChoiceId(0) };
        yield return new ChatResponseUpdate
        {
            MessageId = ChatConventions.ChoiceId(0),
            FinishReason = said.Count == steps.Count ? ChatFinishReason.Stop : ChatFinishReason.Length,
        };
        yield return new ChatResponseUpdate
        {
            Contents =
            [
                new UsageContent(new UsageDetails
                {
                    InputTokenCount = failed.Count == 0 ? Prices.FreshPrompt : Prices.RepairPrompt,
                    OutputTokenCount = Math.Min(steps.Count * Prices.Step, room),
                }),
            ],
        };
        await Task.CompletedTask;
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Answers are streamed.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private string Fresh(Draws draws) => draws.Chance(problem.Skill) ? ProofLines.Right : ProofLines.AnyWrong(draws);

    private string Corrected(string step, Draws draws) =>
        step == ProofLines.Right ? (draws.Chance(Habits.Keeps) ? step : ProofLines.AnyWrong(draws))
        : draws.Chance(habits.Mends) ? ProofLines.Right
        : draws.Chance(Habits.Repeats) ? step
        : ProofLines.AnyWrong(draws);
}
