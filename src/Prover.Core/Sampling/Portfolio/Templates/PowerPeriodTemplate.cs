using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary><c>… b ^ k … % m = r</c> where a hypothesis gives k as a huge closed term. The powers of b modulo m repeat with some period d;
/// the generator finds it and reduces k modulo d and m, the script proves both and substitutes.</summary>
internal sealed partial class PowerPeriodTemplate : IScriptTemplate
{
    private const int MaxModulus = 1_000;
    private const int MinExponent = 20;

    public string Name => "power-period";

    public int? MaxHeartbeats => 100_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var modulo = Modulo().Match(goal.Conclusion);
        if (!modulo.Success || goal.Functions.Count > 0
            || !int.TryParse(modulo.Groups["modulus"].Value, out var modulus) || modulus is < 2 or > MaxModulus)
        {
            yield break;
        }

        foreach (var hypothesis in goal.Hypotheses)
        {
            var definition = Definition().Match(hypothesis.Type);
            var name = definition.Groups["name"].Value;
            var power = Regex.Match(goal.Conclusion, $@"(?<!\w)([0-9]{{1,9}}) \^ {LeanNames.Word(name)}");
            if (definition.Success && power.Success && ExpressionParser.Parse(definition.Groups["value"].Value) is { } value
                && new Evaluator(NumberKind.Nat, new Dictionary<string, Rational>()).Evaluate(value) is { IsInteger: true } exponent
                && exponent.Numerator >= MinExponent)
            {
                yield return ForPower(int.Parse(power.Groups[1].ValueSpan, provider: null), name, exponent.Numerator, modulus, hypothesis.Name);
            }
        }
    }

    private static string ForPower(int @base, string k, BigInteger exponent, int modulus, string hypothesis)
    {
        var (powers, start, period) = Cycle(@base, modulus);
        var representative = start + (int)((exponent - start) % period);
        return Script.Lines(
            $"have hp : ∀ j, {@base} ^ ({period} * j + {representative}) % {modulus} = {powers[representative]} := by",
            "  intro j; induction j with",
            "  | zero => decide",
            $"  | succ j ih => rw [show {period} * (j + 1) + {representative} = {period} * j + {representative} + {period} by omega, Nat.pow_add, Nat.mul_mod, ih]",
            $"have hk : {k} % {period} = {exponent % period} ∧ {k} % {modulus} = {exponent % modulus} ∧ {representative} ≤ {k} := by",
            $"  rw [{hypothesis}]; set_option exponentiation.threshold 100000 in decide +kernel",
            $"clear {hypothesis}",
            "obtain ⟨hk1, hk2, hk3⟩ := hk",
            $"obtain ⟨j, hj⟩ : ∃ j, {k} = {period} * j + {representative} := ⟨({k} - {representative}) / {period}, by omega⟩",
            "have hq := hp j",
            "rw [← hj] at hq",
            "simp [Nat.add_mod, Nat.mul_mod, Nat.pow_succ, hq, hk2]");
    }

    /// <summary>The powers modulo m up to the first repetition, where the cycle starts, and its length.</summary>
    private static (List<int> Powers, int Start, int Period) Cycle(int @base, int modulus)
    {
        var powers = new List<int> { 1 % modulus };
        while (true)
        {
            var next = (int)((long)powers[^1] * @base % modulus);
            var seen = powers.IndexOf(next);
            if (seen >= 0)
            {
                return (powers, seen, powers.Count - seen);
            }

            powers.Add(next);
        }
    }

    [GeneratedRegex(@"% (?<modulus>[0-9]{1,9}) = [0-9]+$")]
    private static partial Regex Modulo();

    [GeneratedRegex(@"^(?<name>\S+) = (?<value>[0-9 +*^()-]+)$")]
    private static partial Regex Definition();
}
