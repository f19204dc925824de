using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps.Algebra;

/// <summary>What grows: a power against a polynomial (Bernoulli), a function by the same amount from each number to the next.</summary>
internal sealed partial class GrowthSteps : ITacticSource
{
    private const string Origin = "growth";

    public IEnumerable<TacticIdea> For(GoalFeatures goal) => Powers(goal).Concat(Functions(goal));

    /// <summary>The claim for n, multiplied by the base.</summary>
    private static IEnumerable<TacticIdea> Powers(GoalFeatures goal)
    {
        if (goal.Conclusion.AsSpan().IndexOfAny("≤<") < 0 || goal.Scalars.Exists(v => v.Kind != NumberKind.Nat) || goal.Functions.Count > 0)
        {
            yield break;
        }

        var ih = Fresh.Name(goal, "ih");
        var h = Fresh.Name(goal, "hm");
        foreach (Match power in Power().Matches(goal.Conclusion))
        {
            var (n, @base) = (power.Groups["n"].Value, power.Groups["b"].Value);
            if (goal.Naturals.Any(v => v.Name == n) && !goal.Hypotheses.Exists(p => LeanNames.Mentions(p.Type, n)))
            {
                yield return Insight.Of(
                    Origin,
                    $"induction {n} with",
                    "| zero => first | omega | (simp; done) | grind",
                    $"| succ {n} {ih} =>",
                    $"  have {h} := Nat.mul_le_mul_right {@base} {ih}",
                    "  first | omega | grind");
            }
        }
    }

    private static IEnumerable<TacticIdea> Functions(GoalFeatures goal)
    {
        foreach (var hypothesis in goal.Hypotheses)
        {
            if (Growing().Match(hypothesis.Type) is not { Success: true } growing)
            {
                continue;
            }

            var (function, h, m, k) = (growing.Groups["f"].Value, Fresh.Name(goal, "hg"), Fresh.Name(goal, "m"), Fresh.Name(goal, "k"));
            var naturals = goal.Naturals.Select(v => v.Name).Take(3).ToList();
            foreach (var (a, b) in naturals.SelectMany((a, i) => naturals.Skip(i + 1).Select(b => (a, b))))
            {
                yield return Insight.Of(
                    Origin,
                    $"have {h} : ∀ {m} {k} : Nat, {function} {m} + {k} ≤ {function} ({m} + {k}) := by",
                    $"  intro {m} {k}",
                    $"  induction {k} with",
                    "  | zero => exact Nat.le_refl _",
                    $"  | succ {k} ih => have hs := {hypothesis.Name} ({m} + {k}); rw [show {m} + ({k} + 1) = {m} + {k} + 1 by omega]; omega",
                    $"have {h}₁ := {h} {a} ({b} - {a})",
                    $"have {h}₂ := {h} {b} ({a} - {b})",
                    $"rcases Nat.lt_trichotomy {a} {b} with hl | hl | hl",
                    $"· rw [show {a} + ({b} - {a}) = {b} by omega] at {h}₁; omega",
                    "· first | omega | (subst hl; omega)",
                    $"· rw [show {b} + ({a} - {b}) = {a} by omega] at {h}₂; omega");
            }
        }
    }

    [GeneratedRegex(@"(?<b>\([^()]+\)|[\w₀-₉']+) \^ (?<n>[\p{L}_][\w₀-₉']*)")]
    private static partial Regex Power();

    [GeneratedRegex(@"^∀ \(?(?<n>[\w₀-₉']+)(?: : (?:Nat|ℕ)\))?, (?<f>[\w₀-₉']+) \k<n>(?: \+ [0-9]+)? [<≤] \k<f> \(\k<n> \+ 1\)$")]
    private static partial Regex Growing();
}
