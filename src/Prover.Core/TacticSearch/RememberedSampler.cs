using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Prover.Core.Memory;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Statements;

namespace Prover.Core.TacticSearch;

/// <summary>Proposes what has proved a statement like this one before: whole scripts from a memory, made fit for this goal.</summary>
/// <param name="memory">The memory.</param>
/// <param name="most">How many scripts at most.</param>
public sealed partial class RememberedSampler(ITacticMemory memory, int most = 8) : IProofSampler
{
    // The nearest proofs are often of one kind of problem; where two scripts that differ in numbers alone have failed, a third will too.
    private const int MostAlike = 2;
    private const int Wider = 3;

    /// <summary>What is less sure is no better than any other order: of made problems, goals of one kind score from 0.05 to 1, others up to 0.05.</summary>
    internal const double LeastScore = 0.05;

    /// <summary>What proved a goal like this one did so quickly, or it is not worth going first.</summary>
    internal const int MaxHeartbeats = 3_000;

    /// <inheritdoc />
    public string Name => "memory";

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        foreach (var candidate in problem.Goal is { } goal ? Scripts(goal).Select(s => s.Candidate) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return candidate;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>The scripts for a goal with their scores, the best first.</summary>
    internal IReadOnlyList<(ProofCandidate Candidate, double Score)> Scripts(string goal) =>
    [
        .. memory.Suggest(goal, most * Wider).Where(s => s.Score >= LeastScore).GroupBy(s => Number().Replace(s.Tactic, "0")).SelectMany(g => g.Take(MostAlike))
            .OrderByDescending(s => s.Score).Take(most).Select(s =>
            (new ProofCandidate(Script.AsProof(Script.Guarded(s.Tactic)), $"{Name}/{s.ProofId}")
            {
                MaxHeartbeats = MaxHeartbeats,
                Steps = [new ProofStep(goal, s.Tactic)],
            }, s.Score))
    ];

    [GeneratedRegex(@"-?\d+")]
    private static partial Regex Number();
}
