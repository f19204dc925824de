using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps;

/// <summary>What the form of a hypothesis suggests: take it apart, go through its cases, put it in place of a variable.</summary>
internal sealed partial class HypothesisSteps : ITacticSource
{
    private const string Origin = "hypothesis";

    public IEnumerable<TacticIdea> For(GoalFeatures goal) => goal.Hypotheses.SelectMany(h => Of(goal, h));

    private static IEnumerable<TacticIdea> Of(GoalFeatures goal, Declaration hypothesis)
    {
        var (name, type) = (hypothesis.Name, hypothesis.Type);
        var isQuantified = type.StartsWith('∀') || TopLevel.IndexOf(type, " → ") > 0;
        if (type.StartsWith('∃') && Exists().Match(type) is { Success: true } exists)
        {
            var x = Fresh.Name(goal, exists.Groups["name"].Value);
            yield return new TacticIdea($"obtain ⟨{x}, {name}⟩ := {name}", Origin, 0.1);
        }
        else if (!isQuantified && TopLevel.IndexOf(type, " ↔ ") > 0)
        {
            yield return new TacticIdea($"obtain ⟨{name}, {Fresh.Name(goal, name)}⟩ := {name}", Origin, 0.3);
        }
        else if (!isQuantified && TopLevel.IndexOf(type, " ∨ ") > 0)
        {
            yield return new TacticIdea($"rcases {name} with {name} | {name} <;> try ({ClosingSteps.Quick})", Origin, 0.3);
        }
        else if (!isQuantified && TopLevel.IndexOf(type, " ∧ ") > 0)
        {
            yield return new TacticIdea($"obtain ⟨{name}, {Fresh.Name(goal, name)}⟩ := {name}", Origin, 0.1);
        }
        else if (Equation().Match(type) is { Success: true } equation && !isQuantified)
        {
            var (left, right) = (equation.Groups["left"].Value, equation.Groups["right"].Value);
            if (goal.Scalars.Any(v => v.Name == left || v.Name == right))
            {
                yield return new TacticIdea($"subst {name}", Origin, 0.3);
            }

            if (right == "0" && left.Contains(" * ", StringComparison.Ordinal))
            {
                yield return new TacticIdea(
                    $"first | (rcases Int.mul_eq_zero.mp {name} with {name} | {name}) | (rcases Nat.mul_eq_zero.mp {name} with {name} | {name})", Origin, 0.3);
            }

            yield return new TacticIdea($"rw [{name}]", Origin, 0.7).ThenTry();
            yield return new TacticIdea($"rw [← {name}]", Origin, 0.9).ThenTry();
        }
        else if (Divides().IsMatch(type))
        {
            var (k, hm) = (Fresh.Name(goal, "k"), Fresh.Name(goal, "hm"));
            yield return new TacticIdea($"obtain ⟨{k}, {name}⟩ := {name}", Origin, 0.4);
            yield return new TacticIdea($"first | have {hm} := Nat.mod_eq_zero_of_dvd {name} | have {hm} := Int.emod_eq_zero_of_dvd {name}", Origin, 0.7);
        }

        if (type.Contains("if ", StringComparison.Ordinal))
        {
            yield return new TacticIdea($"split at {name}", Origin, 0.3);
        }

        if (TopLevel.IndexOf(type, " → ") is > 0 and var arrow && !type.StartsWith('∀'))
        {
            var premise = type[..arrow];
            yield return goal.Hypotheses.FirstOrDefault(h => h.Type == premise) is { } given
                ? new TacticIdea($"replace {name} := {name} {given.Name}", Origin, 0.1)
                : new TacticIdea($"have {Fresh.Name(goal, "hp")} := {name} (by {ClosingSteps.Quick} | grind)", Origin, 0.4);
        }
    }

    [GeneratedRegex(@"^∃ \(?(?<name>[^\s,():]+)[^,]*, ")]
    private static partial Regex Exists();

    [GeneratedRegex(@"^(?<left>[^=<≤>≥≠∧∨¬∀∃→∣]+) = (?<right>[^=<≤>≥≠∧∨¬∀∃→∣]+)$")]
    private static partial Regex Equation();

    [GeneratedRegex(@"^[^=<≤>≥≠∧∨¬∀∃→]* ∣ [^=<≤>≥≠∧∨¬∀∃→]*$")]
    private static partial Regex Divides();
}
