using Prover.Core.Statements;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Core.Proving;

/// <summary>Earlier proofs of the same statement. With the same toolchain the store answers, and no Lean needs to start.</summary>
internal sealed class ProofRecall(IProofStore store, Verifier verifier)
{
    private const int LatestProofs = 8;

    /// <summary>A kept proof that still verifies; null when there is none.</summary>
    public async Task<ProveResult?> FindAsync(
        TheoremStatement statement, string problemId, ProveRequest request, CancellationToken cancellationToken)
    {
        // A kept proof of any grade will do for a proposal: the verifier carries it to the grade asked for.
        var query = new ProofQuery { ProblemId = problemId, PageSize = LatestProofs, MinimumGrade = Grade.Compiled };
        var page = await store.ListProofsAsync(query, cancellationToken).ConfigureAwait(false);

        // A refutation is kept under its own name: whether it denies this statement only Lean can say, so it is searched for anew.
        foreach (var proof in page.Proofs.Where(p => !p.Theorem.EndsWith(TheoremStatement.RefutedSuffix, StringComparison.Ordinal)))
        {
            var question = new VerifyRequest { Text = proof.Text, TheoremName = proof.Theorem, Statement = statement.Head, Grade = request.Grade };
            var verdict = await verifier.VerifyAsync(question, proof.Origin, problemId, null, cancellationToken).ConfigureAwait(false);
            if (verdict.Kind == VerdictKind.Proved)
            {
                return new ProveResult { Verdict = verdict, Proof = proof.Text, Origin = proof.Origin, End = SearchEnd.Won };
            }
        }

        return null;
    }
}
