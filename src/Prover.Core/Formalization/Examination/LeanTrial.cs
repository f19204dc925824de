using Prover.Core.Checking;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.Examination;

/// <summary>Asks Lean whether it accepts a proof that an examination has written.</summary>
internal sealed class LeanTrial(ILeanChecker checker, TimeSpan timeLimit)
{
    private const int Heartbeats = 40_000;

    /// <summary>Whether Lean accepts the claim, stated after the statement, of which it may speak by name.</summary>
    /// <param name="statement">The statement; it stands in the text with a hole, so that its type can be named.</param>
    /// <param name="name">Name of the claim.</param>
    /// <param name="claim">Its type.</param>
    /// <param name="tactics">Its proof, tactics.</param>
    /// <param name="more">What else stands in front of the claim.</param>
    /// <param name="cancellationToken">The token.</param>
    public async Task<bool> AcceptsAsync(
        TheoremStatement statement, string name, string claim, string tactics, string more = "", CancellationToken cancellationToken = default)
    {
        var proof = string.Join("\n", tactics.Split('\n').Select(l => "  " + l));
        var text = $"{statement.WithSorry}\n{more}\ntheorem {name} : {claim} := by\n{proof}\n";
        var outcome = await checker.CheckAsync(
            new CheckRequest { Text = text, AskKernelAgain = false, MaxHeartbeats = Heartbeats, TimeLimit = timeLimit }, cancellationToken).ConfigureAwait(false);

        // The hole of the statement itself shows as a message; one in the claim's own proof would show among its axioms.
        return outcome is CheckOutcome.Completed { HasErrors: false, Theorem: { Kind: "theorem" } facts }
            && facts.Name.EndsWith(name, StringComparison.Ordinal)
            && AllowedAxioms.Forbidden(facts.Axioms).Count == 0;
    }
}
