using System.Runtime.CompilerServices;
using Prover.Core.Memory;
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
        await foreach (var happened in search.ProveAsync(request, cancellationToken).ConfigureAwait(false))
        {
            // A proof that was kept from before comes without steps: it was learned when it was found.
            if (happened is ProveEvent.Finished { Result: { Verdict.Kind: VerdictKind.Proved, Proof: { } proof, Steps: [_, ..] steps, Origin: var origin, ProofTime: var time } })
            {
                // What is proved is worth keeping even if nobody waits for the answer any more.
                await memory.LearnAsync(new LearnedProof(ContentKey.Hash(proof), steps) { Method = LearnedProof.MethodOf(origin), Seconds = time?.TotalSeconds }, CancellationToken.None).ConfigureAwait(false);
            }

            yield return happened;
        }
    }
}
