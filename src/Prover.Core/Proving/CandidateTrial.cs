using Prover.Core.Checking;
using Prover.Core.Sampling;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Proving;

/// <summary>Tries candidates on one statement: where a candidate has a limit of its own, a cheap trial within it first and the verifier for what passes, else the verifier at once.</summary>
internal sealed class CandidateTrial(ILeanChecker checker, Verifier verifier, ProveRequest request, CompiledStatement statement, string problemId)
{
    private TheoremStatement? _negation = statement.Statement.Negation();

    public Problem Problem { get; } = statement.ToProblem();

    /// <summary>Tries one candidate; proved and refuted are the verifier's word. Its cost is what the first check of it took: processor time where
    /// that was measured, else time by the clock; null where the answer was known.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="meter">That first check goes on it, whether it proves something or not; so does the verification of what passed a trial and fails. Null counts nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(Verdict Verdict, string Text, TimeSpan? Cost)> TryAsync(ProofCandidate candidate, CheckMeter? meter, CancellationToken cancellationToken)
    {
        var target = candidate.Refutes ? await NegationAsync(cancellationToken).ConfigureAwait(false) : statement;
        if (target is null)
        {
            return (new Verdict { Kind = VerdictKind.Rejected, Reason = "The negation of this statement can't be stated." }, string.Empty, null);
        }

        var text = target.Statement.WithProof(candidate.Proof, candidate.Helpers);
        var bill = new BilledChecker(meter?.Over(checker) ?? checker);
        var isTried = candidate.MaxHeartbeats is not null;
        if (isTried && await TrialAsync(text, target, candidate, bill, cancellationToken).ConfigureAwait(false) is { } dropped)
        {
            return (dropped, text, bill.First);
        }

        var verdict = await VerifyAsync(isTried ? verifier : verifier.With(bill), text, target, candidate.Origin, cancellationToken).ConfigureAwait(false);
        if (isTried && verdict.Kind != VerdictKind.Proved)
        {
            meter?.Add(verdict.Elapsed);
        }

        return (candidate.Refutes && verdict.Kind == VerdictKind.Proved ? AsRefutation(verdict) : verdict, text, bill.First);
    }

    /// <summary>The trial's verdict on what does not pass it; null for what does.</summary>
    private async Task<Verdict?> TrialAsync(string text, CompiledStatement target, ProofCandidate candidate, BilledChecker bill, CancellationToken cancellationToken)
    {
        var check = new CheckRequest
        {
            Text = text,
            TheoremName = target.Facts.Name,
            MaxHeartbeats = candidate.MaxHeartbeats,
            AskKernelAgain = false,
            TimeLimit = request.Budget.CandidateTimeLimit,
        };
        var outcome = await bill.CheckAsync(check, cancellationToken).ConfigureAwait(false);
        return Judge.Dropped(outcome, target.Facts) is { } dropped ? dropped with { Elapsed = outcome.Elapsed } : null;
    }

    private Verdict AsRefutation(Verdict verdict) => verdict with
    {
        Kind = VerdictKind.Refuted,
        Reason = $"The negation of '{statement.Facts.Name}' is proved.",
    };

    private Task<Verdict> VerifyAsync(Verifier judge, string text, CompiledStatement target, string origin, CancellationToken cancellationToken) =>
        judge.VerifyAsync(
            new VerifyRequest
            {
                Text = text,
                TheoremName = target.Facts.Name,
                Statement = target.Statement.Head,
                Grade = request.Grade,
                TimeLimit = request.Budget.CandidateTimeLimit,
                UseStore = request.UseStore,
            },
            origin,
            problemId,
            target == statement ? null : target,
            cancellationToken);

    /// <summary>The negation's text, with what it must say in Lean's own terms; null when it can't be stated.</summary>
    private async Task<CompiledStatement?> NegationAsync(CancellationToken cancellationToken)
    {
        if (_negation is not { } negation)
        {
            return null;
        }

        try
        {
            var (compiled, failure) = await verifier.Statements.CompileNegationAsync(statement, null, cancellationToken).ConfigureAwait(false);
            if (compiled is null && failure is null)
            {
                _negation = null;
            }

            return compiled is null ? null : compiled with { Statement = negation };
        }
        catch (InvalidStatementException)
        {
            _negation = null;
            return null;
        }
    }

    /// <summary>A checker that remembers what its first check took.</summary>
    private sealed class BilledChecker(ILeanChecker checker) : DelegatingChecker(checker)
    {
        public TimeSpan? First { get; private set; }

        public override async Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default)
        {
            var outcome = await Inner.CheckAsync(request, cancellationToken).ConfigureAwait(false);
            First ??= outcome.Cost;
            return outcome;
        }
    }
}
