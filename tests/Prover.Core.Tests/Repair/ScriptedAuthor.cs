using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Prover.Core.Repair;
using Prover.Core.Sampling;
using Prover.Core.Statements;

namespace Prover.Core.Tests.Repair;

/// <summary>An author that says what a test tells it to.</summary>
internal sealed class ScriptedAuthor(Func<int, string[]?> write, Func<FailedAttempt, int, string[]?>? correct = null) : IProofAuthor
{
    public string Name => "scripted";

    /// <summary>Tokens of each question.</summary>
    public int Price { get; init; }

    public ConcurrentQueue<FailedAttempt> Corrected { get; } = new();

    public IAsyncEnumerable<ProofCandidate>? Write(Problem problem, int number, SamplingRun run, CancellationToken cancellationToken = default) =>
        write(number) is { } proofs ? Say(proofs, "fresh", run, cancellationToken) : null;

    public IAsyncEnumerable<ProofCandidate>? Correct(
        Problem problem, FailedAttempt attempt, int number, SamplingRun run, CancellationToken cancellationToken = default)
    {
        Corrected.Enqueue(attempt);
        return correct?.Invoke(attempt, number) is { } proofs ? Say(proofs, "repair", run, cancellationToken) : null;
    }

    private async IAsyncEnumerable<ProofCandidate> Say(
        string[] proofs, string origin, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        run.Models.Budget.TryReserve(Price)?.Settle(Price);
        foreach (var proof in proofs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ProofCandidate(proof, origin);
        }
    }
}
