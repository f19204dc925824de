using System.Diagnostics;
using Prover.Core.Memory;
using Prover.Core.TacticSearch.Checking;
using Prover.Core.TacticSearch.Graph;
using Prover.Core.TacticSearch.Steps;
using Prover.Core.TacticSearch.Steps.Algebra;

namespace Prover.Core.TacticSearch;

/// <summary>One search: works on the cheapest open goal, asks Lean about all tactics for it in one batch, and goes on with the goals they leave.</summary>
/// <param name="batch">Asks Lean.</param>
/// <param name="root">The statement's goal.</param>
/// <param name="memory">Proposes what has helped before; null proposes nothing.</param>
/// <param name="options">Limits.</param>
/// <param name="definitions">Names of the user's own definitions.</param>
/// <param name="types">Names of the user's own types.</param>
/// <param name="lemmas">Proposes lemmas of the library; null proposes none.</param>
/// <param name="progress">Told of every goal that was worked on.</param>
internal sealed class TacticSearchRun(
    TrialBatch batch,
    GoalNode root,
    ITacticMemory? memory,
    TacticSearchOptions options,
    IReadOnlyList<string> definitions,
    IReadOnlyList<string> types,
    ITacticSource? lemmas,
    IProgress<TacticSearchProgress>? progress = null)
{
    // Cheaper than any guess: what loses nothing, and what a memory is sure of.
    private const double FirstCost = 0.5;

    private static readonly ITacticSource[] Insights =
        [new SumOfSquaresSteps(), new RecurrenceSteps(), new RootSteps(), new GrowthSteps(), new SolutionSteps(), new BoundProductSteps(), new IntervalSteps()];

    private readonly Frontier _frontier = new();
    private readonly Dictionary<string, List<GoalNode>> _alike = new(StringComparer.Ordinal);
    private readonly ITacticSource[] _structural =
    [
        new ClosingSteps(isThorough: false), .. Insights, new TargetSteps(), new HypothesisSteps(), new InductionSteps(), new CaseSteps(), new InstantiationSteps(), new PowerResidueSteps(), new FactSteps(),
        .. lemmas is null ? [] : new[] { lemmas },
    ];

    private readonly ClosingSteps _closing = new ClosingSteps(isThorough: true);

    /// <summary>Goals that were worked on.</summary>
    public int Goals { get; private set; }

    /// <summary>Tactics that got no answer in time.</summary>
    public int TimedOut { get; private set; }

    /// <summary>Tactics that the machinery failed on.</summary>
    public int Failed { get; private set; }

    /// <summary>Goals that are still open, without the root, each up to names once: those that cost least to reach first.</summary>
    public IEnumerable<string> OpenGoals() => _alike.Where(a => a.Key != root.Form.Key && !a.Value.Exists(g => g.IsProved))
        .Select(a => a.Value.Where(g => g.IsWanted).MinBy(g => g.Cost)).OfType<GoalNode>().OrderBy(g => g.Cost).ThenBy(g => g.Depth).ThenBy(g => g.Text, StringComparer.Ordinal).Select(g => g.Text);

    /// <summary>Searches until the root is proved or a limit is reached.</summary>
    /// <returns>Whether the root is proved.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        _frontier.Add(root, Stage.Steps);
        _alike[root.Form.Key] = [root];
        while (!root.IsProved && Goals < options.MaxGoals && Stopwatch.GetElapsedTime(started) < options.TimeLimit && _frontier.TryTake(out var goal, out var stage))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Goals++;
            await WorkOnAsync(goal, stage, cancellationToken).ConfigureAwait(false);
        }

        return root.IsProved;
    }

    private async Task WorkOnAsync(GoalNode goal, Stage stage, CancellationToken cancellationToken)
    {
        var ideas = Ideas(goal, stage);
        var started = Stopwatch.GetTimestamp();
        var accepted = new List<string>();
        var (tried, before) = (0, TimedOut + Failed);
        foreach (var round in Groups(ideas, stage).Chunk(batch.Parallelism))
        {
            var groups = await Task.WhenAll(round.Select(g => AskAsync(goal, g, cancellationToken))).ConfigureAwait(false);
            foreach (var (idea, outcome) in groups.SelectMany(g => g))
            {
                tried++;
                TimedOut += outcome is TrialOutcome.TimedOut ? 1 : 0;
                Failed += outcome is TrialOutcome.Failed ? 1 : 0;
                if (!goal.IsProved && outcome is TrialOutcome.Accepted { Left: var left } && !(idea.MustClose && left.Count > 0))
                {
                    accepted.Add(idea.Tactic);
                    Accept(goal, idea, left);
                }
            }

            if (goal.IsProved)
            {
                break;
            }
        }

        progress?.Report(new TacticSearchProgress(goal.Text, goal.Depth, tried, accepted, TimedOut + Failed - before, goal.IsProved, Stopwatch.GetElapsedTime(started)));
        if (goal.IsProved)
        {
            Wake(goal);
        }
        else if (stage == Stage.Steps)
        {
            _frontier.Add(goal, Stage.Closers);
        }
    }

    private async Task<IEnumerable<(TacticIdea Idea, TrialOutcome Outcome)>> AskAsync(
        GoalNode goal, IReadOnlyList<TacticIdea> ideas, CancellationToken cancellationToken)
    {
        var trials = ideas.Select(i => new Trial(ScriptWriter.Trial(goal, i.ScriptFor(goal)), i.MaxHeartbeats)).ToList();
        return ideas.Zip(await batch.CheckAsync(trials, options.BatchTimeLimit, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>One text each: what may end the goal first, so that the rest need not be asked; costly ones few at a time.</summary>
    private static IEnumerable<TacticIdea[]> Groups(IReadOnlyList<TacticIdea> ideas, Stage stage)
    {
        const int together = 10;
        const int costly = 2;
        var first = ideas.Where(i => i.MustClose || i.Cost < FirstCost).ToList();
        return first.Chunk(stage == Stage.Closers ? costly : together).Concat(ideas.Except(first).Chunk(together));
    }

    private List<TacticIdea> Ideas(GoalNode goal, Stage stage)
    {
        if (stage == Stage.Closers)
        {
            return [.. _closing.For(goal.Features)];
        }

        var ideas = _structural.SelectMany(s => s.For(goal.Features));
        if (memory is not null)
        {
            ideas = memory.Suggest(goal.Text, options.MaxSuggestions)
                .Where(s => s.Score >= RememberedSampler.LeastScore)
                .Select(s => new TacticIdea(s.Tactic, $"memory/{s.ProofId}", 0.2 + (0.6 * (1 - s.Score))) { StandsAlone = true, MaxHeartbeats = 60_000 })
                .Concat(ideas);
        }

        if (Borrowed(goal) is { } borrowed)
        {
            ideas = ideas.Prepend(borrowed);
        }

        // One that loses nothing makes choices needless.
        var all = ideas.DistinctBy(i => i.Tactic).Take(options.MaxTacticsPerGoal).ToList();
        return all.Exists(i => i is { Cost: > 0 and <= 0.11 }) ? [.. all.Where(i => i.Cost <= 0.35)] : all;
    }

    private void Accept(GoalNode goal, TacticIdea idea, IReadOnlyList<string> left)
    {
        var step = new StepNode(goal, idea.ScriptFor(goal), idea.Origin, idea.Cost, left, definitions, types);
        if (step.Left.Any(g => g.Depth > options.MaxDepth || g.RepeatsAnAncestor || !g.Features.Goal.IsKnown))
        {
            return;
        }

        step.Settle();
        if (goal.IsProved)
        {
            return;
        }

        foreach (var next in step.Left)
        {
            Remember(next);
        }
    }

    /// <summary>The same goal up to names is worked on once; those met again wait for its proof.</summary>
    private void Remember(GoalNode goal)
    {
        if (!_alike.TryGetValue(goal.Form.Key, out var alike))
        {
            _alike[goal.Form.Key] = alike = [];
        }

        var isNew = !alike.Exists(a => a.IsWanted && a.Cost <= goal.Cost);
        alike.Add(goal);
        if (isNew || alike.Exists(a => a.IsProved))
        {
            _frontier.Add(goal, Stage.Steps);
        }
    }

    /// <summary>Those that wait for a goal that is proved now get their turn.</summary>
    private void Wake(GoalNode proved)
    {
        for (var goal = proved; goal is { IsProved: true }; goal = goal.Cause?.Goal)
        {
            foreach (var waiting in _alike[goal.Form.Key].Where(a => !a.IsProved && a.IsWanted))
            {
                _frontier.Add(waiting, Stage.Steps);
            }
        }
    }

    private TacticIdea? Borrowed(GoalNode goal) =>
        _alike[goal.Form.Key].Find(a => a.IsProved) is { } proved
            ? new TacticIdea(goal.Form.Translate(ScriptWriter.Proof(proved), proved.Form), "again", 0) { MustClose = true, StandsAlone = true, MaxHeartbeats = 150_000 }
            : null;
}
