using Prover.Core.Checking;
using Prover.Core.Statements;
using Prover.Core.TacticSearch.Checking;

namespace Prover.Core.TacticSearch.Minimizing;

/// <summary>Makes proofs shorter that were found by others than the search: see <see cref="ProofMinimizer"/>.</summary>
/// <param name="checker">Runs Lean.</param>
public sealed class ScriptShortener(ILeanChecker checker)
{
    private const int MaxHeartbeats = 30_000;

    /// <summary>The shortest script found that Lean accepts; the given one where none shorter is.</summary>
    /// <param name="statement">The statement that the script proves.</param>
    /// <param name="script">The tactics after <c>by</c>, without the lines' common indentation.</param>
    /// <param name="timeLimit">Wall-clock time in all.</param>
    /// <param name="cancellationToken">Ends it with an exception.</param>
    public Task<string> ShortenAsync(TheoremStatement statement, string script, TimeSpan timeLimit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(script);
        return new ProofMinimizer(new TrialBatch(checker, statement), MaxHeartbeats).MinimizeAsync(script, timeLimit, cancellationToken);
    }
}
