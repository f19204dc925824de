using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps;

/// <summary>What ends a proof: decision procedures, the simplifier, and the scripts of the portfolio.</summary>
/// <param name="isThorough">False for what costs milliseconds only.</param>
internal sealed class ClosingSteps(bool isThorough) : ITacticSource
{
    /// <summary>Tried on every goal that a step leaves.</summary>
    public const string Quick = "first | omega | assumption | rfl | contradiction";

    private const int MostScripts = 14;

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        if (!isThorough)
        {
            yield return new TacticIdea($"{Quick} | (simp_all; done) | decide", "close", 0) { MustClose = true, MaxHeartbeats = 15_000 };
            yield break;
        }

        yield return new TacticIdea("grind", "close", 0) { MustClose = true, MaxHeartbeats = 50_000 };
        yield return new TacticIdea("simp_all <;> omega", "close", 0) { MustClose = true, MaxHeartbeats = 20_000 };
        var scripts = TemplateOrder.For(goal).Where(t => !t.Refutes && t.Name is not ("quick" or "grind" or "cases" or "split-goal"))
            .SelectMany(t => t.Scripts(goal).Take(2).Select(s => (t.Name, Script: s, t.MaxHeartbeats)));
        foreach (var (name, script, heartbeats) in scripts.Take(MostScripts))
        {
            yield return new TacticIdea(Script.Guarded(script), $"portfolio/{name}", 0) { MustClose = true, MaxHeartbeats = Math.Min(heartbeats ?? 100_000, 100_000) };
        }
    }
}
