using System.Runtime.CompilerServices;
using Prover.Core.Memory;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Statements;

namespace Prover.Core.TacticSearch;

/// <summary>Proposes what has proved a statement like this one before: whole scripts from a memory, made fit for this goal.</summary>
/// <param name="memory">The memory.</param>
/// <param name="most">How many scripts at most.</param>
public sealed class RememberedSampler(ITacticMemory memory, int most = 8) : IProofSampler
{
    private const int MaxHeartbeats = 100_000;

    /// <inheritdoc />
    public string Name => "memory";

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Goal is not { } goal)
        {
            yield break;
        }

        foreach (var suggestion in memory.Suggest(goal, most))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ProofCandidate(Script.AsProof(Script.Guarded(suggestion.Tactic)), $"{Name}/{suggestion.ProofId}")
            {
                MaxHeartbeats = MaxHeartbeats,
                Steps = [new ProofStep(goal, suggestion.Tactic)],
            };
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
