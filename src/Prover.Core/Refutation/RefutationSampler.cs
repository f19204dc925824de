using System.Runtime.CompilerServices;
using Prover.Core.Checking;
using Prover.Core.Sampling;
using Prover.Core.Statements;

namespace Prover.Core.Refutation;

/// <summary>Proposes refutations only: counterexamples found by exact calculation, each with a proof of the negation. Needs no model.</summary>
/// <remarks>Deterministic; the stream ends when the work limit is reached. A statement on which it ends is not proved by that.</remarks>
/// <param name="checker">Runs Lean, which says how it understands the statement.</param>
/// <param name="options">Limits; null takes the defaults.</param>
/// <param name="found">Told of every proposal before it goes to Lean; null tells nobody.</param>
public sealed class RefutationSampler(ILeanChecker checker, RefutationOptions? options = null, Action<RefutationProposal>? found = null) : IProofSampler
{
    private readonly RefutationFinder _finder = new(checker, options);

    /// <inheritdoc />
    public string Name => "refutation";

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        await foreach (var proposal in _finder.FindAsync(problem, run.Checks, cancellationToken).ConfigureAwait(false))
        {
            found?.Invoke(proposal);
            yield return proposal.Candidate;
        }
    }
}
