using System.Runtime.CompilerServices;
using Prover.Core.Sampling;
using Prover.Core.Statements;

namespace Prover.Core.Identities;

/// <summary>Proposes the proofs that <see cref="IdentityEngine"/> works out.</summary>
public sealed class IdentitySampler : IProofSampler
{
    /// <inheritdoc />
    public string Name => "engine";

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);

        // The arithmetic may take seconds: not on the caller's time.
        using var certificates = IdentityEngine.Certify(problem, cancellationToken).GetEnumerator();
        while (await Task.Run(certificates.MoveNext, cancellationToken).ConfigureAwait(false))
        {
            // Its checks are dear; beside something quicker they keep the same pace as a search's own.
            await (run.Pace?.WaitAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
            yield return certificates.Current.Candidate;
        }
    }
}
