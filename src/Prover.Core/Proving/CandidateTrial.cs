using Prover.Core.Checking;
using Prover.Core.Sampling;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Proving;

/// <summary>Tries candidates on one statement: a cheap trial within the candidate's own limit first, the verifier for what passes.</summary>
internal sealed class CandidateTrial(ILeanChecker checker, Verifier verifier, ProveRequest request, CompiledStatement statement, string problemId)
{
    private TheoremStatement? _negation = statement.Statement.Negation();

    public Problem Problem { get; } = statement.ToProblem();

    /// <summary>Tries one candidate; proved and refuted are the verifier's word. Its cost is what the first check of it took: processor time where
    /// that was measured, else time by the clock; null where the answer was known.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="meter">What the trial costs goes here; so does the verification of what had no trial and fails. Null counts nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(Verdict Verdict, string Text, TimeSpan? Cost)> TryAsync(ProofCandidate candidate, CheckMeter? meter, CancellationToken cancellationToken)
    {
        var target = candidate.Refutes ? await NegationAsync(cancellationToken).ConfigureAwait(false) : statement;
        if (target is null)
        {
            return (new Verdict { Kind = VerdictKind.Rejected, Reason = "The negation of this statement can't be stated." }, string.Empty, null);
        }

        TimeSpan? cost = null;
        var text = target.Statement.WithProof(candidate.Proof, candidate.Helpers);
        if (candidate.MaxHeartbeats is { } heartbeats)
        {
            var check = new CheckRequest
            {
                Text = text,
                TheoremName = target.Facts.Name,
                MaxHeartbeats = heartbeats,
                AskKernelAgain = false,
                TimeLimit = request.Budget.CandidateTimeLimit,
            };
            var outcome = await (meter?.Over(checker) ?? checker).CheckAsync(check, cancellationToken).ConfigureAwait(false);
            cost = outcome.ProcessorTime ?? outcome.Elapsed;
            if (Judge.Dropped(outcome, target.Facts) is { } dropped)
            {
                return (dropped with { Elapsed = outcome.Elapsed }, text, cost);
            }
        }

        var verdict = await VerifyAsync(text, target, candidate.Origin, cancellationToken).ConfigureAwait(false);
        if (verdict.Kind != VerdictKind.Proved)
        {
            meter?.Add(verdict.Elapsed);
        }

        return (candidate.Refutes && verdict.Kind == VerdictKind.Proved ? AsRefutation(verdict) : verdict, text, cost ?? (verdict.Cached ? null : verdict.Elapsed));
    }

    private Verdict AsRefutation(Verdict verdict) => verdict with
    {
        Kind = VerdictKind.Refuted,
        Reason = $"The negation of '{statement.Facts.Name}' is proved.",
    };

    private Task<Verdict> VerifyAsync(string text, CompiledStatement target, string origin, CancellationToken cancellationToken) =>
        verifier.VerifyAsync(
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
}
