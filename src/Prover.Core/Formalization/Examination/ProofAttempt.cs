using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.Examination;

/// <summary>A short search for a proof or a refutation, by what needs no model.</summary>
internal sealed class ProofAttempt(IProofSearch search)
{
    private static readonly ProveBudget Budget = new()
    {
        MaxSamples = 40,
        TimeLimit = TimeSpan.FromSeconds(12),
        CandidateTimeLimit = TimeSpan.FromSeconds(4),
    };

    /// <summary>How the search ended; null where the statement does not elaborate.</summary>
    public async Task<ProveResult?> RunAsync(string statement, CancellationToken cancellationToken)
    {
        var request = new ProveRequest { Statement = statement, Budget = Budget, Sampling = new SamplingOptions { Models = [] }, UseStore = false, Grade = Grade.Compiled };
        try
        {
            await foreach (var happened in search.ProveAsync(request, cancellationToken).ConfigureAwait(false))
            {
                if (happened is ProveEvent.Finished finished)
                {
                    return finished.Result;
                }
            }
        }
        catch (InvalidStatementException)
        {
            // What was put together as text need not be a statement.
        }

        return null;
    }
}
