using System.Runtime.CompilerServices;
using Prover.Core.Memory;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Statements;

namespace Prover.Core.TacticSearch;

/// <summary>Portfolio and search as a memory of earlier proofs advises: first the methods that proved goals like this one, and the scripts that did,
/// made fit for this goal; then all that would have come without the memory.</summary>
/// <remarks>A choice of strategies by likeness to solved problems, as in MaLARea (Urban et al., 2008) and in E's automatic mode; nothing is left out, only the order changes.</remarks>
/// <param name="memory">The memory.</param>
/// <param name="portfolio">The portfolio.</param>
/// <param name="search">The search; null for none.</param>
public sealed class GuidedSampler(ITacticMemory memory, PortfolioSampler portfolio, IProofSampler? search) : IProofSampler
{
    private const int MostMethods = 3;
    private const string SearchMethod = "search";

    private readonly RememberedSampler _scripts = new(memory);
    private readonly IProofSampler _usual = search is null ? portfolio : new StaggeredSampler(portfolio, search);
    private readonly IProofSampler _searching = search is null ? portfolio : new StaggeredSampler(portfolio, search, TimeSpan.Zero);

    /// <inheritdoc />
    public string Name => $"{_scripts.Name}, then {_usual.Name}";

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        IReadOnlyList<string> methods = problem.Goal is { } goal ? [.. memory.SuggestMethods(goal, MostMethods).Where(m => m.Score >= RememberedSampler.LeastScore).Select(m => m.Method)] : [];
        foreach (var candidate in Advised(problem, methods))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return candidate;
        }

        // What a search found depends on this goal's numbers as often as not: then it must search again, and at once.
        var rest = methods.Contains(SearchMethod) ? _searching : _usual;
        await foreach (var candidate in rest.SampleAsync(problem, run, cancellationToken).ConfigureAwait(false))
        {
            yield return candidate;
        }
    }

    /// <summary>Candidates of the advised methods, the best first; a method beside the portfolio stands for what it found, which scripts remember.</summary>
    private IEnumerable<ProofCandidate> Advised(Problem problem, IReadOnlyList<string> methods)
    {
        if (problem.Goal is not { } goal)
        {
            return [];
        }

        var scripts = _scripts.Candidates(goal);
        var advised = methods.SelectMany(m => m.StartsWith(portfolio.Name + "/", StringComparison.Ordinal) ? portfolio.CandidatesOf(problem, m) : scripts);

        // Advice may be wrong, and then it must not cost much; what needs more comes again in its usual place.
        return advised.Concat(scripts).DistinctBy(c => (c.Proof, c.Refutes))
            .Select(c => c with { MaxHeartbeats = Math.Min(c.MaxHeartbeats ?? int.MaxValue, RememberedSampler.MaxHeartbeats) });
    }
}
