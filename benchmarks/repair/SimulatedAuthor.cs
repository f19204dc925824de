using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Core.Repair;
using Prover.Core.Sampling;
using Prover.Core.Statements;

namespace Prover.RepairBenchmark;

/// <summary>Asks the simulated model, through the run's budget and account, in prompts of the stated price.</summary>
internal sealed class SimulatedAuthor(LanguageModel model) : IProofAuthor
{
    // What a session adds to a message's bytes to be sure that no tokenizer makes more of it.
    private const int Frame = 32;

    public string Name => "simulated";

    public IAsyncEnumerable<ProofCandidate>? Write(Problem problem, int number, SamplingRun run, CancellationToken cancellationToken = default) =>
        AskAsync("prove", problem.Statement.Head, Prices.FreshPrompt, 2L * number, run, cancellationToken);

    public IAsyncEnumerable<ProofCandidate>? Correct(
        Problem problem, FailedAttempt attempt, int number, SamplingRun run, CancellationToken cancellationToken = default) =>
        AskAsync("repair", attempt.Text, Prices.RepairPrompt, (2L * number) + 1, run, cancellationToken);

    private async IAsyncEnumerable<ProofCandidate> AskAsync(
        string purpose, string question, int price, long seed, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // As many bytes as tokens: what is reserved for the prompt is what it costs.
        var padding = price - Frame - Encoding.UTF8.GetByteCount(question);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        var request = new ModelRequest
        {
            Purpose = purpose,
            Messages = [new ChatMessage(ChatRole.User, question + new string(' ', padding))],
            Seed = seed,
        };
        if (await WholeAnswer.AskAsync(model, request, run.Models, cancellationToken) is { End: AnswerEnd.Stop } answer)
        {
            yield return new ProofCandidate(answer.Text, purpose);
        }
    }
}
