using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Datasets.Rewards;

/// <summary>Remembers whether a check said nothing about its text.</summary>
internal sealed class WatchedChecker(ILeanChecker checker) : ILeanChecker
{
    /// <summary>Why nothing is known; null when every check told something.</summary>
    public string? Unknown { get; private set; }

    public int Parallelism => checker.Parallelism;

    public Task<ToolchainIdentity> GetIdentityAsync(CancellationToken cancellationToken = default) => checker.GetIdentityAsync(cancellationToken);

    public PoolStatus GetStatus() => checker.GetStatus();

    public Task WarmUpAsync(string text, CancellationToken cancellationToken = default) => checker.WarmUpAsync(text, cancellationToken);

    public async Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default)
    {
        var outcome = await checker.CheckAsync(request, cancellationToken).ConfigureAwait(false);
        if (outcome is not CheckOutcome.Completed)
        {
            Unknown = Judge.Unknown(outcome).Reason;
        }

        return outcome;
    }
}
