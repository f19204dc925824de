using System.Runtime.CompilerServices;
using Prover.Core.Statements;

namespace Prover.Core.Sampling;

/// <summary>Runs samplers one after the other: the next begins when the one before has no more ideas, so that adding one takes nothing from those
/// in front of it.</summary>
/// <param name="samplers">The samplers, in order.</param>
public sealed class SequentialSampler(params IReadOnlyList<IProofSampler> samplers) : IProofSampler
{
    /// <inheritdoc />
    public string Name => string.Join(", then ", samplers.Select(s => s.Name));

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        foreach (var sampler in samplers)
        {
            await foreach (var candidate in sampler.SampleAsync(problem, run, cancellationToken).ConfigureAwait(false))
            {
                yield return candidate;
            }
        }
    }
}
