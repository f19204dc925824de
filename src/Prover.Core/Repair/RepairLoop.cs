using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Prover.Core.Repair.Partial;
using Prover.Core.Repair.Policies;
using Prover.Core.Sampling;
using Prover.Core.Statements;

namespace Prover.Core.Repair;

/// <summary>The closed loop of author and verifier: proofs are written, Lean says what is wrong with them, its words go back to the author,
/// until a proof is found or the budget ends.</summary>
/// <remarks>After NVIDIA's loop of model and verifier within a time budget and Goedel-Prover-V2's self-correction. Without
/// <see cref="SamplingRun.Finished"/> nobody says what became of a candidate: then there are fresh proofs only.</remarks>
/// <param name="author">Writes and corrects.</param>
/// <param name="partials">Finds what can be kept of a failed proof; null keeps nothing.</param>
/// <param name="policy">Chooses between fresh proofs and repairs.</param>
/// <param name="options">Limits.</param>
public sealed class RepairLoop(IProofAuthor author, PartialProofFinder? partials, IRepairPolicy policy, RepairOptions options) : IProofSampler
{
    private readonly RepairOptions _options = options.Validated();

    /// <inheritdoc />
    public string Name => author.Name;

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var candidates = Channel.CreateUnbounded<ProofCandidate>(new UnboundedChannelOptions { SingleReader = true });
        var work = new LoopRun(author, partials, policy, _options, problem, run, candidates.Writer).RunAsync(stop.Token);
        try
        {
            await foreach (var candidate in candidates.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return candidate;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
