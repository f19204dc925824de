using Prover.Core.Checking;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.TacticSearch.Checking;
using Prover.Core.TacticSearch.Graph;
using Prover.Core.TacticSearch.Steps;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Decomposition;

/// <summary>Sketches that need no model: induction, cases, conjuncts; whatever step of the search leaves goals that can be worked on apart.</summary>
internal sealed class EngineSketches(ILeanChecker checker)
{
    private const int MaxSketches = 6;
    private const int MaxHoles = 8;
    private const int MaxTrials = 24;

    private static readonly ITacticSource[] Sources = [new TargetSteps(), new HypothesisSteps(), new InductionSteps(), new CaseSteps()];
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

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
        var outcomes = await new TrialBatch(checker, statement.Statement).CheckAsync(trials, TimeLimit, cancellationToken).ConfigureAwait(false);
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
