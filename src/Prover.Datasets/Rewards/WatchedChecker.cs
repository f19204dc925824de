using Prover.Core.Checking;
using Prover.Core.Verification;

namespace Prover.Datasets.Rewards;

/// <summary>Remembers whether a check said nothing about its text.</summary>
internal sealed class WatchedChecker(ILeanChecker checker) : DelegatingChecker(checker)
{
    /// <summary>Why nothing is known; null when every check told something.</summary>
    public string? Unknown { get; private set; }

    public override async Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default)
    {
        var outcome = await Inner.CheckAsync(request, cancellationToken).ConfigureAwait(false);
        if (outcome is not CheckOutcome.Completed)
        {
            Unknown = Judge.Unknown(outcome).Reason;
        }

        return outcome;
    }
}
