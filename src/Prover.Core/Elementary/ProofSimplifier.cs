using System.Diagnostics;
using Prover.Core.Checking;
using Prover.Core.Elementary.Simplifying;
using Prover.Core.Elementary.Texts;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Elementary;

/// <summary>Makes a proof elementary: fewer axioms, lighter tactics, shorter, its steps named. Each change stays only if Lean accepts the same theorem with it, and what is
/// left in the end is verified against the trusted statement like any proof.</summary>
/// <remarks>Thread-safe. What can't be made simpler comes back byte by byte. Whatever the proof's text tries, a change can't alter what is proved: the verifier compares it with
/// the statement, which is compiled apart.</remarks>
/// <param name="checker">Runs Lean.</param>
/// <param name="verifier">Has the last word.</param>
public sealed class ProofSimplifier(ILeanChecker checker, Verifier verifier)
{
    /// <summary>Simplifies a proof.</summary>
    /// <exception cref="InvalidStatementException">The statement is no theorem, or does not elaborate.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<SimplifiedProof> SimplifyAsync(SimplifyRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var statement = TheoremStatement.Parse(request.Statement);
        var given = await VerifyAsync(request, statement, request.Proof, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var before = Measure(request.Proof, given.Axioms);
        var unchanged = new SimplifiedProof(given, request.Proof, statement.WithProof(request.Proof, request.Helpers), before, before, []);
        if (given.Kind != VerdictKind.Proved || TacticScript.Of(request.Proof)?.Text is not { } script)
        {
            return unchanged;
        }

        // The copies that are tried need the helpers in front of them.
        var around = request.Helpers.Length == 0 ? statement : TheoremStatement.Parse(statement.WithProof("by sorry", request.Helpers));
        var run = new SimplifyingRun(checker, around, request, given.Theorem, given.Axioms);
        var (simpler, changes) = await run.RunAsync(script, Stopwatch.GetTimestamp(), cancellationToken).ConfigureAwait(false);
        if (changes.Count == 0)
        {
            return unchanged;
        }

        var proof = simpler.Contains('\n', StringComparison.Ordinal) ? Sampling.Portfolio.Script.AsProof(simpler) : $"by {simpler}";
        var verdict = await VerifyAsync(request, statement, proof, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var after = Measure(proof, verdict.Axioms);

        // A simplification that does not stand in the end is none, nor is one that rests on more.
        return verdict.Kind == VerdictKind.Proved && verdict.Grade == given.Grade && verdict.Axioms.All(given.Axioms.Contains)
            ? new SimplifiedProof(verdict, proof, statement.WithProof(proof, request.Helpers), before, after, changes)
            : unchanged;
    }

    private Task<Verdict> VerifyAsync(SimplifyRequest request, TheoremStatement statement, string proof, CancellationToken cancellationToken) => verifier.VerifyAsync(
        new VerifyRequest { Text = statement.WithProof(proof, request.Helpers), Statement = request.Statement, Grade = request.Grade, UseStore = false },
        cancellationToken);

    private static ProofMeasure Measure(string proof, IReadOnlyList<string> axioms) =>
        new(proof.Length, proof.AsSpan().Count('\n') + 1, TacticCost.Weight(proof), axioms);
}
