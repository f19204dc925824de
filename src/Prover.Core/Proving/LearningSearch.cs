using System.Runtime.CompilerServices;
using Prover.Core.Memory;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Core.Proving;

/// <summary>Lets a memory learn from every proof that a search finds, once it is verified and before the search says so.</summary>
/// <param name="search">The search.</param>
/// <param name="memory">The memory.</param>
public sealed class LearningSearch(IProofSearch search, ITacticMemory memory) : IProofSearch
{
    /// <inheritdoc />
    /// <exception cref="MemoryException">What was proved can't be kept in the memory.</exception>
    public async IAsyncEnumerable<ProveEvent> ProveAsync(ProveRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? goal = null;
        ProofCandidate? winner = null;
        await foreach (var happened in search.ProveAsync(request, cancellationToken).ConfigureAwait(false))
        {
            switch (happened)
            {
                case ProveEvent.Started began:
                    goal = began.Goal;
                    break;
                case ProveEvent.CandidateFinished { Verdict.Kind: VerdictKind.Proved } proved:
                    winner = proved.Candidate;
                    break;
                case ProveEvent.Finished { Result: { Verdict.Kind: VerdictKind.Proved, Proof: { } proof } result } when winner is not null:
                    IReadOnlyList<ProofStep> steps = result.Steps.Count > 0 ? result.Steps : WholeStep.Of(goal, winner);
                    if (steps.Count > 0)
                    {
                        // What is proved is worth keeping even if nobody waits for the answer any more.
                        await memory.LearnAsync(new LearnedProof(ContentKey.Hash(proof), steps) { Method = LearnedProof.MethodOf(winner.Origin) }, CancellationToken.None).ConfigureAwait(false);
                    }

                    break;
            }

            yield return happened;
        }
    }
}
