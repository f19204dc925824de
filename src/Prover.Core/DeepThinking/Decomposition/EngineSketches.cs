using Prover.Core.Checking;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.TacticSearch.Checking;
using Prover.Core.TacticSearch.Graph;
using Prover.Core.TacticSearch.Steps;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Decomposition;

/// <summary>Sketches that need no model: induction, cases, conjuncts; whatever step of the search leaves goals that can be worked on apart.</summary>
/// <param name="checker">Runs Lean.</param>
/// <param name="timeLimit">Wall-clock limit of the check of some tactics.</param>
internal sealed class EngineSketches(ILeanChecker checker, TimeSpan timeLimit)
{
    private const int MaxSketches = 6;
    private const int MaxHoles = 8;
    private const int MaxTrials = 24;
    private const int TrialsInOneText = 8;

    private static readonly ITacticSource[] Sources = [new TargetSteps(), new HypothesisSteps(), new InductionSteps(), new CaseSteps()];

    /// <summary>Sketches of a statement, the most promising first; none where Lean gives no word.</summary>
    public async Task<IReadOnlyList<Sketch>> ProposeAsync(CompiledStatement statement, CancellationToken cancellationToken)
    {
        if (statement.Goal is null)
        {
            return [];
        }

        var root = new GoalNode(statement.Goal, null, 0, OwnNames.Definitions(statement.Statement.Head), OwnNames.Types(statement.Statement.Head));
        if (!root.Features.Goal.IsKnown)
        {
            return [];
        }

        var ideas = Sources.SelectMany(s => s.For(root.Features)).Where(i => !i.MustClose).DistinctBy(i => i.Tactic).OrderBy(i => i.Cost).Take(MaxTrials).ToList();
        var trials = ideas.ConvertAll(i => new Trial(i.ScriptFor(root), i.MaxHeartbeats));
        var (batch, outcomes) = (new TrialBatch(checker, statement.Statement), new List<TrialOutcome>());
        foreach (var text in trials.Chunk(TrialsInOneText))
        {
            outcomes.AddRange(await batch.CheckAsync(text, timeLimit, cancellationToken).ConfigureAwait(false));
        }

        return
        [
            .. trials.Zip(outcomes).Zip(ideas)
                .Select(t => (t.First.First.Script, Left: (t.First.Second as TrialOutcome.Accepted)?.Left, t.Second.Origin))
                .Where(t => t.Left is { Count: >= 1 and <= MaxHoles })
                .Take(MaxSketches)
                .Select(t => new Sketch(Script.AsProof(Script.Lines([t.Script, .. t.Left!.Select(_ => "· sorry")])), $"engine/{t.Origin}")),
        ];
    }
}
