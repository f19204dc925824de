using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>The decision procedures and the simplifier in one script: one check's fixed cost for what proves about half of all
/// school problems.</summary>
internal sealed class QuickTemplate : IScriptTemplate
{
    public string Name => "quick";

    public int? MaxHeartbeats => 20_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        yield return "first | " + string.Join(" | ", Alternatives(goal));
    }

    private static IEnumerable<string> Alternatives(GoalFeatures goal)
    {
        // Evaluation wants its variables quantified.
        string[] evaluation = goal.Goal.Introduced.Count == 0
            ? ["decide"]
            : [$"(revert {string.Join(' ', goal.Goal.Introduced)}; decide)", "decide"];
        if (!goal.Goal.IsKnown)
        {
            return ["rfl", "assumption", "omega", "(simp_all; done)", .. evaluation, "(simp_all <;> omega)"];
        }

        if (goal.Data.Count > 0 || goal.Definitions.Count > 0)
        {
            return ["rfl", "assumption", "(simp; done)", "(simp_all; done)", "omega", .. evaluation, "(simp_all <;> omega)"];
        }

        if (goal.Functions.Count > 0 || goal.HasRationals)
        {
            return ["(simp_all; done)", .. evaluation];
        }

        return goal.Scalars.Count == 0
            ? [.. evaluation, "omega", "(simp; done)", "(simp_all; done)"]
            : ["omega", "(simp_all; done)", .. evaluation, "(simp_all <;> omega)"];
    }
}
