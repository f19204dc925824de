using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>Propositional logic by truth table: a case for each truth value of each proposition and Boolean.</summary>
internal sealed class TruthTableTemplate : IScriptTemplate
{
    private const int MaxVariables = 5;

    public string Name => "truth-table";

    public int? MaxHeartbeats => 60_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var splits = goal.Data.Where(d => d.Type is "Prop" or "Bool")
            .Select(d => d.Type == "Bool" ? $"cases {d.Name}" : $"by_cases htt_{d.Name} : {d.Name}").ToList();
        return splits.Count is 0 or > MaxVariables ? [] : [$"{string.Join(" <;> ", splits)} <;> first | (simp_all; done) | grind"];
    }
}

/// <summary>Variables of finite types: every combination evaluated.</summary>
internal sealed class FiniteTemplate : IScriptTemplate
{
    public string Name => "finite";

    public int? MaxHeartbeats => 60_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var finite = goal.Data.Where(d => d.Type == "Bool" || d.Type.StartsWith("Fin ", StringComparison.Ordinal)).Select(d => d.Name).ToList();
        return finite.Count == 0 ? [] : [$"revert {string.Join(' ', finite)}; {Script.DecideInKernel}"];
    }
}

/// <summary>Goals that compute by <c>if</c> or <c>match</c>: a case for each branch.</summary>
internal sealed partial class BranchTemplate : IScriptTemplate
{
    public string Name => "branch";

    public int? MaxHeartbeats => 60_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        if (Branching().IsMatch(goal.Statement) || goal.Definitions.Count > 0)
        {
            var open = goal.Definitions.Count > 0 ? $"(try unfold {string.Join(' ', goal.Definitions)} at *) <;> " : string.Empty;
            yield return $"{open}(repeat' split) <;> {Script.Close}";
            yield return $"{open}(repeat' (split at *)) <;> {Script.Close}";
        }
    }

    [GeneratedRegex(@"(?<!\w)(if|match) ")]
    private static partial Regex Branching();
}

/// <summary>A divisor of a positive number is at most that number; no decision procedure knows it.</summary>
internal sealed partial class DivisorBoundTemplate : IScriptTemplate
{
    public string Name => "divisor-bound";

    public int? MaxHeartbeats => 60_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var divisibilities = goal.Hypotheses.Where(h => goal.Naturals.Any() && Divisibility().IsMatch(h.Type)).Take(4).ToList();
        if (divisibilities.Count > 0)
        {
            yield return Script.Lines(
            [
                .. divisibilities.Select((h, i) => $"try have hle{i} := Nat.le_of_dvd (by first | omega | grind) {h.Name}"),
                "first | omega | grind",
            ]);
        }
    }

    [GeneratedRegex("^[^∧∨¬→∣]* ∣ [^∧∨¬→∣]*$")]
    private static partial Regex Divisibility();
}

/// <summary>A case for zero and one for successors.</summary>
internal sealed class CasesTemplate : IScriptTemplate
{
    public string Name => "cases";

    public int? MaxHeartbeats => 40_000;

    public IEnumerable<string> Scripts(GoalFeatures goal) =>
        goal.Naturals.Take(1).Select(v => $"rcases {v.Name} with _ | m <;> {Script.Close}")
            .Concat(goal.Data.Where(d => d.Type.StartsWith("Option ", StringComparison.Ordinal)).Take(2)
                .Select(d => $"rcases {d.Name} with _ | m <;> {Script.Close}"));
}

/// <summary>Conjunctions, equivalences and the like: each part by itself.</summary>
internal sealed class SplitGoalTemplate : IScriptTemplate
{
    public string Name => "split-goal";

    public int? MaxHeartbeats => 40_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        yield return $"constructor <;> {Script.Close} | (intro hi; first | omega | (simp_all; done) | grind)";
    }
}
