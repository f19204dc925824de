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
    /// <summary>Below it, goals are hardly alike.</summary>
    internal const double UsualLeastScore = 0.06;

    // What proved a goal like this one did so quickly, or it is not worth going first.
    private const int MaxHeartbeats = 20_000;

    /// <inheritdoc />
    public string Name => "memory";

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        foreach (var candidate in problem.Goal is { } goal ? Candidates(goal, UsualLeastScore) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return candidate;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>The scripts for a goal that are no less sure than a score.</summary>
    internal IReadOnlyList<ProofCandidate> Candidates(string goal, double leastScore) =>
    [
        .. memory.Suggest(goal, most).Where(s => s.Score >= leastScore).Select(s =>
            new ProofCandidate(Script.AsProof(Script.Guarded(s.Tactic)), $"{Name}/{s.ProofId}")
            {
                MaxHeartbeats = MaxHeartbeats,
                Steps = [new ProofStep(goal, s.Tactic)],
            })
    ];
}
