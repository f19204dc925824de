using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>Induction on a list or a value of a user's type, or on a natural number that a user's function recurs on; then with the other variables free in the
/// hypothesis, as accumulators need it.</summary>
/// <param name="onData">On data; otherwise on natural numbers.</param>
internal sealed class StructuralInductionTemplate(bool onData) : IScriptTemplate
{
    private const int MaxVariables = 3;

    public string Name => onData ? "data-induction" : "nat-induction";

    public int? MaxHeartbeats => 100_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var variables = (onData
            ? goal.Data.Where(goal.IsTree).Select(d => d.Name)
            : goal.Naturals.Select(v => v.Name)).Take(MaxVariables).ToList();
        var values = goal.Data.Where(d => !d.Type.StartsWith("Type", StringComparison.Ordinal) && !d.Type.StartsWith("Sort", StringComparison.Ordinal))
            .Select(d => d.Name).Concat(goal.Scalars.Select(v => v.Name)).ToList();
        return variables.Select(v => Write(goal, v, string.Empty))
            .Concat(values.Count < 2 ? [] : variables.Select(v => Write(goal, v, " generalizing " + string.Join(' ', values.Where(w => w != v)))));
    }

    private static string Write(GoalFeatures goal, string variable, string generalizing)
    {
        var lemmas = string.Join(", ", goal.Definitions);
        var (simp, grind) = lemmas.Length == 0 ? ("simp_all", "grind") : ($"simp_all [{lemmas}]", $"grind [{lemmas}]");
        var arithmetic = $"simp_all [{string.Join(", ", [.. goal.Definitions, "Nat.mul_add", "Nat.add_mul", "Nat.pow_succ"])}]";
        return $"induction {variable}{generalizing} <;> first | rfl | ({simp}; done) | ({simp} <;> omega) | {grind} | ({arithmetic} <;> omega)";
    }
}
