using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>A polynomial condition on one integer n that only small n can meet. For n ≥ 16 and n ≤ −16, n is written as ±(m + 16) with a
/// natural m; with 0 ≤ m², 0 ≤ m³ a contradiction is linear. What is left between is evaluated.</summary>
internal sealed class ShiftTemplate : IScriptTemplate
{
    private const int Bound = 16;

    public string Name => "shift";

    public int? MaxHeartbeats => null;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        if (goal.Integers.ToList() is not [{ Kind: NumberKind.Int, Name: var n }] || goal.Functions.Count > 0 || goal.Hypotheses.Count == 0
            || goal.HasAny("↑∀∃"))
        {
            return [];
        }

        return
        [
            Script.Lines(
                Limit("hb0", $"{n} < {Bound}", $"{n} = (k:Int) + {Bound}", $"{n} - {Bound}"),
                Limit("hb1", $"-{Bound} < {n}", $"{n} = -(k:Int) - {Bound}", $"-{n} - {Bound}"),
                $"obtain ⟨K, rfl⟩ : ∃ k : Nat, {n} = (k:Int) - {Bound} := ⟨({n} + {Bound}).toNat, by omega⟩",
                $"have hK : K < {2 * Bound} := by omega",
                "clear hb0 hb1",
                "apply Classical.byContradiction; intro hng",
                Script.Evaluate(goal.Hypotheses.Select(h => h.Name), ["revert hK; revert K"])),
        ];
    }

    private static string Limit(string name, string claim, string shifted, string distance) => Script.Lines(
        $"have {name} : {claim} := by",
        "  apply Int.lt_of_not_ge; intro hh",
        $"  obtain ⟨m, rfl⟩ : ∃ k : Nat, {shifted} := ⟨({distance}).toNat, by omega⟩",
        "  have hm2 := Int.mul_nonneg (Int.natCast_nonneg m) (Int.natCast_nonneg m)",
        "  have hm3 := Int.mul_nonneg hm2 (Int.natCast_nonneg m)",
        "  grind");
}
