using System.Diagnostics;
using System.Runtime.CompilerServices;
using Prover.Core.Checking;
using Prover.Core.Memory;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.Statements;
using Prover.Core.TacticSearch.Checking;
using Prover.Core.TacticSearch.Graph;
using Prover.Core.TacticSearch.Minimizing;
using Prover.Core.TacticSearch.Steps;

namespace Prover.Core.TacticSearch;

/// <summary>Looks for a proof step by step: reads the goals that Lean has left after a tactic and goes on with the most promising, best first, as
/// HOL Light's and Coq's learning provers do (TacticToe, arXiv 1804.00596; Tactician, arXiv 2104.05207). Proposes at most one proof: the one it found, as one text, made shorter.</summary>
/// <remarks>Deterministic but for checks that run out of time. What it proposes is verified like any other candidate.</remarks>
/// <param name="checker">Runs Lean.</param>
/// <param name="memory">Proposes what has helped before; null proposes nothing.</param>
/// <param name="options">Limits.</param>
/// <param name="lemmas">Finds lemmas of the library; null finds none.</param>
/// <param name="progress">Told of every goal that was worked on.</param>
public sealed class TacticSearchSampler(
    ILeanChecker checker,
    ITacticMemory? memory = null,
    TacticSearchOptions? options = null,
    ILemmaSource? lemmas = null,
    IProgress<TacticSearchProgress>? progress = null) : IProofSampler
{
    private const int MaxStuckGoals = 8;

    private readonly TacticSearchOptions _options = options ?? new TacticSearchOptions();

    /// <inheritdoc />
    public string Name => memory is null ? "search" : "search+memory";

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        if (problem.Goal is null)
        {
            yield break;
        }

        var (definitions, types) = (OwnNames.Definitions(problem.Statement.Head), OwnNames.Types(problem.Statement.Head));
        var root = new GoalNode(problem.Goal, null, 0, definitions, types);
        if (!root.Features.Goal.IsKnown)
        {
            yield break;
        }

        var found = lemmas is null ? null : new LemmaSteps(await lemmas.GetLemmasAsync(cancellationToken).ConfigureAwait(false));
        var batch = new TrialBatch(run.Over(checker), problem.Statement);
        var search = new TacticSearchRun(batch, root, memory, _options, definitions, types, found, progress);
        var started = Stopwatch.GetTimestamp();
        var isProved = false;
        try
        {
            isProved = await search.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Most searches end when their time is spent.
            run.Checks.Add(search.TimedOut, search.Failed);
            run.Stuck.Add(isProved ? [] : search.OpenGoals().Take(MaxStuckGoals));
        }

        if (isProved)
        {
            var script = ScriptWriter.Proof(root);
            var shortest = MinimizingTime(Stopwatch.GetElapsedTime(started), run.TimeLeft()) is { } limit
                ? await new ProofMinimizer(batch).MinimizeAsync(script, limit, cancellationToken).ConfigureAwait(false)
                : script;
            yield return new ProofCandidate(Script.AsProof(shortest), $"{Name}/{search.Goals} goals") { Steps = ScriptWriter.Steps(root) };
        }
    }

    // A shorter proof is not worth losing the one that is there: its verification needs time too, and a minimizing that runs out of time costs a process.
    private static TimeSpan? MinimizingTime(TimeSpan searched, TimeSpan? left)
    {
        var wanted = TimeSpan.FromSeconds(2) + (searched / 4);
        return left is null || left / 4 >= wanted ? wanted : null;
    }
}
