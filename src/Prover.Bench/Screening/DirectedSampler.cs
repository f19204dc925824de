using System.Runtime.CompilerServices;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Statements;

namespace Prover.Bench.Screening;

/// <summary>Proposes what was found by computing first, then what the portfolio has that is of use.</summary>
internal sealed class DirectedSampler(IReadOnlyList<ProofCandidate> first, Func<ProofCandidate, bool> isOfUse, int maxHeartbeats) : IProofSampler
{
    private static readonly PortfolioSampler Portfolio = new();

    public string Name => "screening";

    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var candidate in first)
        {
            yield return candidate;
        }

        await foreach (var candidate in Portfolio.SampleAsync(problem, run, cancellationToken).ConfigureAwait(false))
        {
            if (isOfUse(candidate))
            {
                yield return candidate with { MaxHeartbeats = Math.Min(candidate.MaxHeartbeats ?? maxHeartbeats, maxHeartbeats) };
            }
        }
    }
}
