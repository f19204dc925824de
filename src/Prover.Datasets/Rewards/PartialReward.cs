using Prover.Core.Answers;
using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Repair.Partial;
using Prover.Core.Verification;

namespace Prover.Datasets.Rewards;

/// <summary>The part of the goals that the proof closes: 1 when it is verified; otherwise closed / (closed + open), where what Lean does not accept has been
/// taken out (<see cref="PartialProofFinder"/>). Always below 1 for what is not verified, and 0 for what Lean turned down for another reason than an error
/// or a hole. Costs up to a dozen checks.</summary>
/// <param name="checker">Runs Lean.</param>
public sealed class PartialReward(ILeanChecker checker) : IRewardFunction
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public string Name => RewardNames.Partial;

    /// <inheritdoc />
    public async Task<RewardPart> ScoreAsync(RewardSubject subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Answer is ExtractedAnswer.LeftSorry { Proof: var holes })
        {
            return await PartAsync(subject, holes, cancellationToken).ConfigureAwait(false);
        }

        return await subject.VerdictAsync().ConfigureAwait(false) switch
        {
            null => new RewardPart(Name, 0, subject.Answer.Message),
            { Kind: VerdictKind.Proved } => new RewardPart(Name, 1),
            { Kind: VerdictKind.Rejected, Refusal: null or { Rule: RefusalRule.Error or RefusalRule.Sorry } } => await PartAsync(subject, subject.Proof!, cancellationToken).ConfigureAwait(false),
            { Kind: VerdictKind.Rejected or VerdictKind.NotProved or VerdictKind.Refuted } verdict => new RewardPart(Name, 0, verdict.Reason),
            var verdict => new RewardPart(Name, null, verdict.Reason ?? "Nothing is known."),
        };
    }

    private async Task<RewardPart> PartAsync(RewardSubject subject, ProofText proof, CancellationToken cancellationToken)
    {
        var watched = new WatchedChecker(checker);
        var partial = await new PartialProofFinder(watched)
            .FindAsync(subject.Statement, proof.Proof, proof.Helpers, subject.Settings.TimeLimit ?? DefaultLimit, cancellationToken).ConfigureAwait(false);
        if (partial is null)
        {
            // The finder gives up for both; only one of them is known.
            return watched.Unknown is { } unknown ? new RewardPart(Name, null, unknown) : new RewardPart(Name, 0, "Nothing of the proof stands.");
        }

        var open = Math.Max(1, partial.OpenGoals.Count);
        return new RewardPart(Name, (double)partial.ClosedGoals / (partial.ClosedGoals + open), $"{partial.ClosedGoals} goals closed, {open} open.");
    }
}
