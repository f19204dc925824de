using Prover.Core.Checking;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Bench.Screening;

/// <summary>Looks for a proof of <c>False</c> from the hypotheses of a statement.</summary>
internal sealed class VacuityCheck(ILeanChecker checker, ScreeningSearch search, StatementCheckOptions options)
{
    /// <summary>How the search ended; null where there was nothing to search for. Proved only where Lean also says that the claim is about the
    /// statement's own hypotheses.</summary>
    public async Task<ProveResult?> FindAsync(CompiledStatement statement, Telescope? telescope, SmallValues values, CancellationToken cancellationToken)
    {
        if (values.Satisfied == true || VacuityClaim.Of(statement, telescope) is not { } claim)
        {
            return null;
        }

        // A refutation of the claim is an assignment that satisfies the hypotheses: it ends the search early.
        var first = new ProofCandidate(claim.FirstProof, "screening/instances") { MaxHeartbeats = options.MaxHeartbeats };
        var result = await search.RunAsync(
            claim.Statement, [first], _ => true, values.Satisfied is null ? options.MaxCandidates : options.MaxUnlikelyCandidates, cancellationToken).ConfigureAwait(false);
        return result?.Verdict.Kind == VerdictKind.Proved && !await IsOfStatementAsync(claim, cancellationToken).ConfigureAwait(false) ? null : result;
    }

    private async Task<bool> IsOfStatementAsync(VacuityClaim claim, CancellationToken cancellationToken)
    {
        var request = new CheckRequest { Text = claim.CutCheck, AskKernelAgain = false, TimeLimit = options.CandidateTimeLimit };
        var outcome = await checker.CheckAsync(request, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return outcome is CheckOutcome.Completed { HasErrors: false, Theorem: { Kind: "theorem" } facts }
            && (facts.Name == claim.CutCheckName || facts.Name.EndsWith('.' + claim.CutCheckName, StringComparison.Ordinal));
    }
}
