using System.Runtime.CompilerServices;
using Prover.Core.Identities;
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
/// <param name="search">What comes beside the portfolio; null for nothing.</param>
public sealed class GuidedSampler(ITacticMemory memory, PortfolioSampler portfolio, IProofSampler? search) : IProofSampler
{
    /// <summary>What advice has for itself before all else comes: advice may be wrong, and then it must not cost much.</summary>
    public static TimeSpan HeadStart { get; } = TimeSpan.FromSeconds(0.4);

    private const int MostMethods = 3;
    private const double LeastShare = 0.5;

    // Of made problems, the nearest goal with the same proof is 0.2 to 0.7 like another of its kind; less alike ones say no more than what helps most often.
    private const double LeastSimilarity = 0.2;
    private const double NearScore = 0.5;

    // What comes beside the portfolio waits for half a second of checks without advice, so it may take longer with it: where the goals are so much alike that the method proves this one, too.
    private const double NearSimilarity = 0.3;
    private static readonly TimeSpan LongestNear = TimeSpan.FromSeconds(1);

    private readonly RememberedSampler _scripts = new(memory);
    private readonly IdentitySampler _engine = new();
    private readonly IProofSampler _usual = search is null ? portfolio : new StaggeredSampler(portfolio, search);

    /// <inheritdoc />
    public string Name => $"{_scripts.Name}, then {_usual.Name}";

    /// <inheritdoc />
    public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        return new AdvisedSampler(new Advice(this), _usual, HeadStart).SampleAsync(problem, run, cancellationToken);
    }

    /// <summary>Methods that proved something like this and are as good as the best, or half as good; what a score is worth in itself depends on how much is remembered. One whose proof took
    /// longer than advice may take keeps the place that it has without advice: what comes there before it may be quicker (see <see cref="IsQuick"/>). So does the one that comes first without advice. Where
    /// that is the best, there is nothing to advise, and the answer is null.</summary>
    private List<string>? Methods(Problem problem, string goal)
    {
        var methods = memory.SuggestMethods(goal, MostMethods).Where(m => m.Similarity >= LeastSimilarity).ToList();
        if (methods is not [var best, ..])
        {
            return [];
        }

        var first = portfolio.FirstMethod(problem);
        return best.Method == first ? null
            : [.. methods.Where(m => m.Score >= LeastShare * best.Score && IsQuick(m) && m.Method != first).Select(m => m.Method)];
    }

    private bool IsQuick(MethodSuggestion method) =>
        !(method.Seconds > (method.Similarity >= NearSimilarity && !IsOf(method.Method, portfolio) ? LongestNear : HeadStart).TotalSeconds);

    private async IAsyncEnumerable<ProofCandidate> AdvisedAsync(Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (problem.Goal is not { } goal || Methods(problem, goal) is not { } methods)
        {
            yield break;
        }

        var scored = _scripts.Scripts(goal);
        List<ProofCandidate> scripts = [.. scored.Select(s => s.Candidate)];

        // What proved nearly the same goal needs no new calculation.
        foreach (var (script, _) in scored.TakeWhile(s => s.Score >= NearScore))
        {
            yield return script;
        }

        foreach (var family in methods.Select(m => IsOf(m, _engine) ? _engine.Name : m).Distinct())
        {
            // What a calculation found depends on this goal's numbers: it must be found again. A search's result is a script.
            var candidates = family == _engine.Name ? _engine.SampleAsync(problem, run, cancellationToken)
                : (IsOf(family, portfolio) ? portfolio.CandidatesOf(problem, family) : scripts).ToAsyncEnumerable();
            await foreach (var candidate in candidates.ConfigureAwait(false))
            {
                yield return Quick(candidate);
            }
        }

        foreach (var script in scripts)
        {
            yield return script;
        }
    }

    private static bool IsOf(string method, IProofSampler sampler) => method.StartsWith(sampler.Name + "/", StringComparison.Ordinal);

    private static ProofCandidate Quick(ProofCandidate candidate) =>
        candidate with { MaxHeartbeats = Math.Min(candidate.MaxHeartbeats ?? int.MaxValue, RememberedSampler.MaxHeartbeats) };

    private sealed class Advice(GuidedSampler guided) : IProofSampler
    {
        public string Name => guided._scripts.Name;

        // The same script may be advised as a method and by itself.
        public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default) =>
            guided.AdvisedAsync(problem, run, cancellationToken).DistinctBy(c => (c.Proof, c.Helpers, c.Refutes));
    }
}
