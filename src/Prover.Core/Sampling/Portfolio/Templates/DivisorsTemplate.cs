using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>A hypothesis <c>v * … = c</c> with a positive constant c: v is one of the divisors of c (or minus one), each a case.</summary>
internal sealed partial class DivisorsTemplate : IScriptTemplate
{
    private const int MaxProduct = 3_000;

    public string Name => "divisors";

    public int? MaxHeartbeats => null;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        foreach (var hypothesis in goal.Hypotheses.Where(_ => goal.Functions.Count == 0))
        {
            var equation = Equation().Match(hypothesis.Type);
            var product = equation.Groups["product"].Value;
            var factors = TopLevel.Split(product, " * ").ToList();
            var at = factors.FindIndex(f => goal.Integers.Any(v => v.Name == f));
            if (equation.Success && factors.Count > 1 && at >= 0
                && TopLevel.IndexOf(product, " + ") < 0 && TopLevel.IndexOf(product, " - ") < 0
                && int.TryParse(equation.Groups["value"].Value, out var value) && value is >= 1 and <= MaxProduct)
            {
                var variable = goal.Integers.First(v => v.Name == factors[at]);
                factors.RemoveAt(at);
                yield return Cases(variable, string.Join(" * ", factors), value);
            }
        }
    }

    private static string Cases(Scalar variable, string rest, int product)
    {
        var divisors = Enumerable.Range(1, product).Where(d => product % d == 0).ToList();
        var isNat = variable.Kind == NumberKind.Nat;
        var v = isNat ? variable.Name : $"{variable.Name}.natAbs";
        IEnumerable<string> lines =
        [
            $"have hd : {variable.Name} ∣ {product} := ⟨{rest}, by grind⟩",
            .. isNat ? Array.Empty<string>() : [$"have hd : {v} ∣ {product} := Int.natAbs_dvd_natAbs.mpr hd"],
            $"have hkey : ∀ q : Nat, q < {product + 1} → q ∣ {product} → q ∈ [{string.Join(", ", divisors)}] := by {Script.DecideInKernel}",
            $"have hm := hkey {v} (Nat.lt_succ_of_le (Nat.le_of_dvd (by decide) hd)) hd",
            "clear hkey hd",
            "simp only [List.mem_cons, List.not_mem_nil, or_false] at hm",
        ];
        var split = $"rcases hm with {string.Join(" | ", divisors.Select(_ => "hv"))}";
        return isNat
            ? Script.Lines([.. lines, $"{split} <;> subst hv <;> {Script.Close}"])
            : Script.Lines([.. lines, split, .. divisors.Select(d =>
                $"· rcases (show {variable.Name} = {d} ∨ {variable.Name} = -{d} by omega) with hw | hw <;> clear hv <;> subst hw <;> first | omega | (simp_all; done)")]);
    }

    [GeneratedRegex(@"^(?<product>[^∧∨¬↑%∣→∀∃=<≤]*) = (?<value>[0-9]+)$")]
    private static partial Regex Equation();
}
