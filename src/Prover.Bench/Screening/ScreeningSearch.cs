using Prover.Core.Checking;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Bench.Screening;

/// <summary>A short search for a proof or a refutation, by what needs no model; what it finds is verified.</summary>
internal sealed class ScreeningSearch(ILeanChecker checker, Verifier verifier, StatementCheckOptions options, TimeProvider time)
{
    /// <summary>How the search ended; null where what is asked does not elaborate.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="first">What to try first.</param>
    /// <param name="isOfUse">What to try of the portfolio.</param>
    /// <param name="maxCandidates">Candidates to try in all.</param>
    /// <param name="cancellationToken">Ends it with an exception.</param>
    public async Task<ProveResult?> RunAsync(
        string statement, IReadOnlyList<ProofCandidate> first, Func<ProofCandidate, bool> isOfUse, int maxCandidates, CancellationToken cancellationToken)
    {
        var search = new ProofSearch(checker, verifier, new DirectedSampler(first, isOfUse, options.MaxHeartbeats), store: null, time);
        var request = new ProveRequest
        {
            Statement = statement,
            Budget = new ProveBudget { MaxSamples = maxCandidates, TimeLimit = options.TimeLimit, CandidateTimeLimit = options.CandidateTimeLimit },
            Sampling = new SamplingOptions { Models = [] },
            Grade = options.Grade,
            UseStore = false,
        };
        ProveResult? result = null;
        try
        {
            await foreach (var happened in search.ProveAsync(request, cancellationToken).ConfigureAwait(false))
            {
                result = (happened as ProveEvent.Finished)?.Result ?? result;
            }
        }
        catch (InvalidStatementException)
        {
            // What was put together as text need not be a statement.
        }

        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }
}
