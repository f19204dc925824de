using Prover.Core.Checking;
using Prover.Core.Statements;
using Prover.Core.TacticSearch.Minimizing;

namespace Prover.Rounds.Rounds;

/// <summary>Shortens proofs that are known as a single step, such as those of the portfolio, whose scripts try one thing after the other: what is
/// remembered is the one that helped.</summary>
/// <param name="checker">Runs Lean.</param>
/// <param name="timeLimit">Wall-clock time for each proof at most.</param>
public sealed class WholeStepShortener(ILeanChecker checker, TimeSpan timeLimit) : IStepShortener
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PoolProof>> ShortenAsync(IReadOnlyList<PoolProof> proofs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(proofs);
        var shortened = new List<PoolProof>(proofs.Count);
        foreach (var proof in proofs)
        {
            shortened.Add(proof.Steps is [{ GoalsLeft: 0 } step] ? proof with { Steps = [step with { Tactic = await ShortenAsync(proof, step.Tactic, cancellationToken).ConfigureAwait(false) }] } : proof);
        }

        return shortened;
    }

    private Task<string> ShortenAsync(PoolProof proof, string script, CancellationToken cancellationToken) =>
        new ScriptShortener(checker).ShortenAsync(TheoremStatement.Parse(proof.Statement), script, timeLimit, cancellationToken);
}
