using System.Globalization;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>Statements about remainders and divisibility of polynomials depend only on the remainders of their variables: rewrites with
/// known remainders, then goes through all of them.</summary>
internal sealed partial class ResidueTemplate : IScriptTemplate
{
    private const int MaxModulus = 24;
    private const int MaxCases = 64;
    private const string Lemmas = "Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod";
    private const string AsRemainder = "try (first | refine Nat.dvd_of_mod_eq_zero ?_ | refine Int.dvd_of_emod_eq_zero ?_)";

    public string Name => "residue";

    public int? MaxHeartbeats => 100_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var moduli = Modulus().Matches(goal.Statement)
            .Select(m => int.Parse(m.Groups[1].Length > 0 ? m.Groups[1].ValueSpan : m.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
            .Where(m => m is > 1 and <= MaxModulus).Distinct().Order().Take(2).ToList();
        if (moduli.Count == 0 || goal.Functions.Count > 0)
        {
            yield break;
        }

        var known = goal.Hypotheses.Where(h => KnownRemainder().IsMatch(h.Type)).Select(h => h.Name).ToList();
        if (known.Count > 0)
        {
            yield return Script.Lines(AsRemainder, $"simp [{Lemmas}, {string.Join(", ", known)}]");
        }

        var names = goal.Integers.Select(v => v.Name).ToList();
        var covered = names.Count is 1 or 2
            && names.All(v => LeanNames.Mentions(goal.Statement, v) && !LeanNames.InExponent(goal.Statement, v));
        foreach (var modulus in moduli.Where(m => covered && Math.Pow(m, names.Count) <= MaxCases))
        {
            yield return AllRemainders(names, modulus);
        }
    }

    /// <summary>Proves a goal about a remainder or a divisibility by going through all remainders of the variables.</summary>
    internal static string AllRemainders(List<string> names, int modulus)
    {
        var remainders = Enumerable.Range(0, modulus).ToList();
        var claims = names.Select((v, i) => $"have hc{i} : {string.Join(" ∨ ", remainders.Select(r => $"{v} % {modulus} = {r}"))} := by omega");
        var splits = names.Select((_, i) => $"rcases hc{i} with {string.Join(" | ", remainders.Select(_ => $"hc{i}"))}");
        var simp = $"simp [{Lemmas}, {string.Join(", ", names.Select((_, i) => $"hc{i}"))}]";
        return Script.Lines(
        [
            AsRemainder,
            .. claims,
            $"{string.Join(" <;> ", splits)} <;> first | ({simp}; done) | omega | ({simp} at *; done) | ({simp} at * <;> omega)",
        ]);
    }

    [GeneratedRegex(@"% ([0-9]{1,9})(?![0-9])|(?<![0-9])([0-9]{1,9}) ∣")]
    private static partial Regex Modulus();

    [GeneratedRegex(@"% [0-9]+ = [0-9]+$")]
    private static partial Regex KnownRemainder();
}
