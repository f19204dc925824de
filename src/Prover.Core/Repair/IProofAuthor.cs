using Prover.Core.Sampling;
using Prover.Core.Statements;

namespace Prover.Core.Repair;

/// <summary>Whoever writes proofs and corrects them when told what Lean said: language models with their prompts.</summary>
/// <remarks>Thread-safe. Each stream is one question, which is asked when the stream is read.</remarks>
public interface IProofAuthor
{
    /// <summary>Short name.</summary>
    string Name { get; }

    /// <summary>Asks for fresh proofs.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="number">Which question of the run it is, from 0: temperature, prompt and seed go by it.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answers; null when there is nobody left to ask.</returns>
    IAsyncEnumerable<ProofCandidate>? Write(Problem problem, int number, SamplingRun run, CancellationToken cancellationToken = default);

    /// <summary>Asks to correct a failed proof; parameters as for <see cref="Write"/>.</summary>
    IAsyncEnumerable<ProofCandidate>? Correct(
        Problem problem, FailedAttempt attempt, int number, SamplingRun run, CancellationToken cancellationToken = default);
}
