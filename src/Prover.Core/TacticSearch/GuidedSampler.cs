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
    /// <summary>What advice has for itself before all else joins it: advice may be wrong, and then it must not cost much.</summary>
    public static TimeSpan HeadStart { get; } = TimeSpan.FromSeconds(0.4);

    private const int MostMethods = 3;
    private const string SearchMethod = "search";
    private const string EngineMethods = "engine/";

    private readonly RememberedSampler _scripts = new(memory);
    private readonly IProofSampler _usual = search is null ? portfolio : new StaggeredSampler(portfolio, search);
    private readonly IProofSampler _searching = search is null ? portfolio : new StaggeredSampler(portfolio, search, TimeSpan.Zero);

    /// <inheritdoc />
    public string Name => $"{_scripts.Name}, then {_usual.Name}";

    /// <inheritdoc />
    public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        IReadOnlyList<string> methods = problem.Goal is { } goal ? [.. memory.SuggestMethods(goal, MostMethods).Where(m => m.Score >= RememberedSampler.LeastScore).Select(m => m.Method)] : [];

        // What a search or an exact calculation found depends on this goal's numbers as often as not: then it must be found again, and at once.
        var rest = methods.Any(m => m == SearchMethod || m.StartsWith(EngineMethods, StringComparison.Ordinal)) ? _searching : _usual;
        return new StaggeredSampler(new ListedSampler(_scripts.Name, [.. Advised(problem, methods)]), rest, HeadStart).SampleAsync(problem, run, cancellationToken);
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

        // What needs more comes again in its usual place.
        return advised.Concat(scripts).DistinctBy(c => (c.Proof, c.Refutes))
            .Select(c => c with { MaxHeartbeats = Math.Min(c.MaxHeartbeats ?? int.MaxValue, RememberedSampler.MaxHeartbeats) });
    }

    private sealed class ListedSampler(string name, IReadOnlyList<ProofCandidate> candidates) : IProofSampler
    {
        public string Name => name;

        public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default) => candidates.ToAsyncEnumerable();
    }
}
