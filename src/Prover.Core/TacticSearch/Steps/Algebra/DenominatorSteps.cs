using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps.Algebra;

/// <summary>Two rational numbers whose sum or difference, or that of their like powers, is whole have the same denominator: each divides the other's.</summary>
internal sealed partial class DenominatorSteps : ITacticSource
{
    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        if (Equal().Match(goal.Conclusion) is not { Success: true } equal)
        {
            yield break;
        }

        var (first, second) = (equal.Groups["a"].Value, equal.Groups["b"].Value);
        foreach (var hypothesis in goal.Hypotheses)
        {
            if (Whole().Match(hypothesis.Type) is { Success: true } whole
                && (whole.Groups["a"].Value, whole.Groups["b"].Value) is var (a, b)
                && ((a, b) == (first, second) || (b, a) == (first, second))
                && whole.Groups["k"].Value == whole.Groups["l"].Value)
            {
                yield return Insight.Of("denominators", Lines(goal, hypothesis.Name, first, second, whole.Groups["k"].Value, isSum: whole.Groups["op"].Value == "+"));
            }
        }
    }

    private static IEnumerable<string> Lines(GoalFeatures goal, string whole, string first, string second, string exponent, bool isSum)
    {
        var (divides, one, other) = (Fresh.Name(goal, "hden"), Fresh.Name(goal, "hd₁"), Fresh.Name(goal, "hd₂"));
        string Power(string name) => exponent.Length == 0 ? name : $"{name} ^ {exponent}";

        // The sign goes to the second number: what is whole is a sum then.
        string Sum(string a, string b) => isSum ? $"{divides} ({Power(a)}) ({Power(b)})" : $"{divides} ({Power(a)}) (-({Power(b)}))";
        var rewrites = (exponent.Length > 0, isSum) switch
        {
            (true, true) => "Rat.den_pow, Rat.den_pow",
            (true, false) => "Rat.neg_den, Rat.den_pow, Rat.den_pow",
            (false, true) => null,
            (false, false) => "Rat.neg_den",
        };
        yield return $"have {divides} : ∀ a b : Rat, (a + b).den = 1 → a.den ∣ b.den := by";
        yield return "  intro a b h";
        yield return "  have e : a = (a + b) + -b := by grind";
        yield return "  have d : ((a + b) + -b).den ∣ (a + b).den * (-b).den := by";
        yield return "    rw [Rat.den_add (a + b) (-b)]";
        yield return "    exact Nat.div_dvd_of_dvd (Nat.gcd_dvd_right _ _)";
        yield return "  rw [← e, h, Rat.neg_den, Nat.one_mul] at d";
        yield return "  exact d";

        // Whatever the order and the sign in the hypothesis.
        var fact = $"(by first | exact {whole} | (rw [← {whole}]; congr 1; grind) | (rw [← {whole}, ← Rat.neg_den]; congr 1; grind))";
        foreach (var (name, a, b) in new[] { (one, first, second), (other, second, first) })
        {
            yield return $"have {name} := {Sum(a, b)} {fact}";
            if (rewrites is not null)
            {
                yield return $"rw [{rewrites}] at {name}";
            }
        }

        yield return exponent.Length == 0
            ? $"exact Nat.dvd_antisymm {one} {other}"
            : $"exact Nat.dvd_antisymm ((Nat.pow_dvd_pow_iff (by decide)).1 {one}) ((Nat.pow_dvd_pow_iff (by decide)).1 {other})";
    }

    [GeneratedRegex(@"^(?<a>[\p{L}_][\w₀-₉']*)\.den = (?<b>[\p{L}_][\w₀-₉']*)\.den$")]
    private static partial Regex Equal();

    [GeneratedRegex(@"^\((?<a>[\p{L}_][\w₀-₉']*)(?: \^ (?<k>[1-9][0-9]*))? (?<op>[+-]) (?<b>[\p{L}_][\w₀-₉']*)(?: \^ (?<l>[1-9][0-9]*))?\)\.den = 1$")]
    private static partial Regex Whole();
}
