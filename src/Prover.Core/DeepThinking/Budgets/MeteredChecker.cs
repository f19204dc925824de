using Prover.Core.Auditing;
using Prover.Core.Checking;

namespace Prover.Core.DeepThinking.Budgets;

/// <summary>A checker whose checks are paid for by a branch. Without anything left a check ends as cancelled: nothing is known then.</summary>
internal sealed class MeteredChecker(ILeanChecker checker, CheckTimeBudget budget) : DelegatingChecker(checker)
{
    // What a check may take where nobody says.
    internal static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(60);

    public override async Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default)
    {
        TimeSpan? reserved;
        try
        {
            reserved = await budget.ReserveAsync(request.TimeLimit ?? UsualLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new CheckOutcome.Cancelled();
        }

        if (reserved is not { } granted)
        {
            return new CheckOutcome.Cancelled();
        }

        var took = TimeSpan.Zero;
        try
        {
            var limited = budget.Limit is null ? request : request with { TimeLimit = granted, ProcessorTimeLimit = granted };
            var outcome = await Inner.CheckAsync(limited, cancellationToken).ConfigureAwait(false);
            took = outcome.Cost;
            return outcome;
        }
        finally
        {
            budget.Settle(granted, took);
        }
    }
}

/// <summary>An auditor whose audits are paid for by a branch.</summary>
internal sealed class MeteredAuditor(IProofAuditor auditor, CheckTimeBudget budget, TimeProvider time) : IProofAuditor
{
    public Task WarmUpAsync(string text, CancellationToken cancellationToken = default) => auditor.WarmUpAsync(text, cancellationToken);

    public async Task<AuditOutcome> AuditAsync(AuditRequest request, CancellationToken cancellationToken = default)
    {
        TimeSpan? reserved;
        try
        {
            reserved = await budget.ReserveAsync(request.TimeLimit ?? MeteredChecker.UsualLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new AuditOutcome.Undecided(new CheckOutcome.Cancelled());
        }

        if (reserved is not { } granted)
        {
            return new AuditOutcome.Undecided(new CheckOutcome.Cancelled());
        }

        var started = time.GetTimestamp();
        try
        {
            var limited = budget.Limit is null ? request : request with { TimeLimit = granted };
            return await auditor.AuditAsync(limited, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            budget.Settle(granted, time.GetElapsedTime(started));
        }
    }
}
