using System.Runtime.CompilerServices;
using Prover.Core.Checking;
using Prover.Core.Formalization;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Refutation.Searching;
using Prover.Core.Refutation.Writing;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Statements;

namespace Prover.Core.Refutation;

/// <summary>Finds counterexamples to a statement by exact calculation, and writes the proofs of its negation.</summary>
/// <remarks>Reads statements about natural numbers, integers, and functions of one of them; for others Lean searches through small values.</remarks>
/// <param name="checker">Runs Lean, which says how it understands the statement.</param>
/// <param name="options">Limits; null takes the defaults.</param>
public sealed class RefutationFinder(ILeanChecker checker, RefutationOptions? options = null)
{
    private static readonly string[] Fallbacks = ["portfolio/refute-search", "portfolio/refute-values"];

    private readonly RefutationOptions _options = options ?? new RefutationOptions();

    /// <summary>Streams counterexamples with their proofs, the most certain of each kind of values first.</summary>
    /// <param name="problem">The statement.</param>
    /// <param name="checks">Told of checks without an answer; null tells nobody.</param>
    /// <param name="cancellationToken">Ends the search with an exception.</param>
    public async IAsyncEnumerable<RefutationProposal> FindAsync(
        Problem problem, OwnChecks? checks = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (read, _, failure) = await new StatementReader(checker)
            .ReadAsync(new FormalStatement(problem.Statement.Head, "refutation"), cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (failure is not null)
        {
            checks?.Add(failure is CheckOutcome.TimedOut ? 1 : 0, failure is CheckOutcome.TimedOut ? 0 : 1);
        }

        if (read?.Telescope is { } telescope)
        {
            foreach (var proposal in Proposals(telescope, cancellationToken))
            {
                yield return proposal;
            }
        }

        foreach (var candidate in Fallbacks.SelectMany(origin => new PortfolioSampler().CandidatesOf(problem, origin)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new RefutationProposal(null, candidate with { Origin = $"refutation/{candidate.Origin["portfolio/".Length..]}" });
        }
    }

    /// <summary>The proposals for a statement that was read.</summary>
    internal IEnumerable<RefutationProposal> Proposals(Telescope statement, CancellationToken cancellationToken)
    {
        var (certain, doubtful) = (0, new List<FoundValues>());
        foreach (var found in new CounterexampleSearch(statement, _options, cancellationToken).Run())
        {
            if (!found.IsCertain)
            {
                // Lean may still settle what could not be evaluated: after what is certain.
                if (doubtful.Count < _options.MaxProposals)
                {
                    doubtful.Add(found);
                }
            }
            else
            {
                yield return Propose(statement, found);
                if (++certain >= _options.MaxProposals)
                {
                    yield break;
                }
            }
        }

        foreach (var found in doubtful)
        {
            yield return Propose(statement, found);
        }
    }

    private static RefutationProposal Propose(Telescope statement, FoundValues found) => new(
        CounterexampleText.Of(statement, found),
        new ProofCandidate(RefutationScript.Of(statement, found), $"refutation/{found.How}") { Refutes = true });
}
