using System.Runtime.CompilerServices;
using Prover.Core.Checking;
using Prover.Core.Sampling;
using Prover.Core.Statements;

namespace Prover.Core.DeepThinking.Branches;

/// <summary>A branch that is a search over one sampler's candidates.</summary>
/// <param name="sampler">The sampler for a checker.</param>
internal sealed class SamplerBranch(Func<ILeanChecker, IProofSampler> sampler) : IBranch
{
    public async Task<BranchResult> RunAsync(BranchTools tools, TimeSpan timeLimit, CancellationToken cancellationToken) =>
        BranchResult.Of(await tools.SearchAsync(tools.Request.Statement, sampler(tools.Checker), timeLimit, cancellationToken).ConfigureAwait(false));
}

/// <summary>Of a sampler's candidates only those that refute.</summary>
internal sealed class OnlyRefutations(IProofSampler sampler) : IProofSampler
{
    public string Name => $"{sampler.Name} (refutations)";

    public async IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var candidate in sampler.SampleAsync(problem, run, cancellationToken).ConfigureAwait(false))
        {
            if (candidate.Refutes)
            {
                yield return candidate;
            }
        }
    }
}

/// <summary>Samplers one after the other.</summary>
internal sealed class SequentialSampler(params IReadOnlyList<IProofSampler> samplers) : IProofSampler
{
    public string Name => string.Join(", then ", samplers.Select(s => s.Name));

    public async IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var sampler in samplers)
        {
            await foreach (var candidate in sampler.SampleAsync(problem, run, cancellationToken).ConfigureAwait(false))
            {
                yield return candidate;
            }
        }
    }
}
