using Prover.Core.Identities;
using Prover.Core.Statements;

namespace Prover.Core.Sampling;

/// <summary>What is left when quick scripts have failed: first what can be worked out exactly, then a search.</summary>
/// <param name="search">The search.</param>
public sealed class ThoroughSampler(IProofSampler search) : IProofSampler
{
    private readonly StaggeredSampler _both = new(new IdentitySampler(), search, Timeout.InfiniteTimeSpan);

    /// <inheritdoc />
    public string Name => _both.Name;

    /// <inheritdoc />
    public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default) =>
        _both.SampleAsync(problem, run, cancellationToken);
}
