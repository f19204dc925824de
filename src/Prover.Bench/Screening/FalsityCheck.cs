using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Formalization.Examination.Truth;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Bench.Screening;

/// <summary>Looks for a counterexample. What it has to prove is the negation in Lean's own terms, <c>¬ type_of% @NAME</c>.</summary>
internal sealed class FalsityCheck(ScreeningSearch search, StatementCheckOptions options)
{
    private const int LargestBound = 3_000;

    /// <summary>How the search ended; null where there was nothing to search for.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="telescope">What it says; null where that could not be read.</param>
    /// <param name="values">What evaluating it told.</param>
    /// <param name="cancellationToken">Ends it with an exception.</param>
    public async Task<ProveResult?> FindAsync(
        CompiledStatement statement, Telescope? telescope, SmallValues values, CancellationToken cancellationToken)
    {
        if (statement.Statement.Negation() is null)
        {
            return null;
        }

        // Of the portfolio only refutations: a proof would say nothing more than finding none.
        var first = telescope is null ? [] : values.Counterexamples.Select(v => Candidate(telescope, v)).ToList();
        return await search.RunAsync(statement.Statement.Head, first, c => c.Refutes, options.MaxCandidates, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>In a sentence: what was found.</summary>
    public static string Reason(ProveResult result) => result.Origin is { } origin && origin.StartsWith(At, StringComparison.Ordinal)
        ? $"It is false at {origin[At.Length..]}: Lean verified the refutation."
        : "Its negation is proved: Lean verified it.";

    private const string At = "screening/at ";

    private static ProofCandidate Candidate(Telescope telescope, Valuation values)
    {
        var where = values.ToString();
        var proof = string.Join("\n  ", Refutation.At(telescope, values, h => Close(h, telescope, values)).Split('\n').Prepend("by"));

        // Without a cheap trial first: what was computed to be a counterexample mostly is one, and its check may take seconds.
        return new ProofCandidate(proof, where.Length == 0 ? "screening/evaluated" : At + where) { Refutes = true };
    }

    /// <summary>Closes a hypothesis for all natural numbers at the values: for those below a bound one by one, and above it from the bound alone.
    /// Of <c>∀ b, P b → 1480 ≤ b</c> only the b below 1480 take work. Null for other hypotheses.</summary>
    private static string? Close(Proposition hypothesis, Telescope telescope, Valuation values)
    {
        if (hypothesis is not Proposition.Quantified { IsUniversal: true, Variable: { Type: NumberType.Nat, Argument: null } })
        {
            return null;
        }

        var bound = values.Numbers.Values.Concat(Numerals.In(telescope)).Select(BigInteger.Abs).Where(n => n < LargestBound).DefaultIfEmpty(0).Max() + 1;

        // In two digits: the kernel's work for one long range grows with its square.
        var digit = (int)Math.Ceiling(Math.Sqrt((double)bound));
        return $"(intro b; rcases Nat.lt_or_ge b {bound} with hb | hb; "
            + $"(have hq : b / {digit} < {digit} := (by omega); have hr : b % {digit} < {digit} := (by omega); rw [← Nat.div_add_mod b {digit}]; "
            + $"revert hr; generalize b % {digit} = r; revert r; revert hq; generalize b / {digit} = q; revert q; decide +kernel); (intros; omega))";
    }
}
