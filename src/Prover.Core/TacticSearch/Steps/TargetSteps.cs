using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps;

/// <summary>What the form of the conclusion suggests.</summary>
internal sealed partial class TargetSteps : ITacticSource
{
    private const string Origin = "target";

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        var target = goal.Conclusion;
        var h = Fresh.Name(goal, "h");
        if (TopLevel.IndexOf(target, " ∧ ") > 0 || TopLevel.IndexOf(target, " ↔ ") > 0)
        {
            yield return new TacticIdea("constructor", Origin, 0.1);
            yield break;
        }

        if (TopLevel.IndexOf(target, " ∨ ") is > 0 and var or && !target.StartsWith('∃'))
        {
            yield return new TacticIdea("left", Origin, 1);
            yield return new TacticIdea("right", Origin, 1);
            yield return new TacticIdea($"by_cases {h} : {target[..or]}\n· exact Or.inl {h}\nright", Origin, 0.6);
        }

        if (target.StartsWith('¬') || (TopLevel.IndexOf(target, " ≠ ") > 0 && !target.StartsWith('∃')))
        {
            yield return new TacticIdea($"intro {h}", Origin, 0.1);
            yield break;
        }

        if (target.StartsWith('∃'))
        {
            foreach (var idea in Witnesses(goal))
            {
                yield return idea;
            }

            yield break;
        }

        if (Divides().IsMatch(target))
        {
            yield return new TacticIdea("first | refine Nat.dvd_of_mod_eq_zero ?_ | refine Int.dvd_of_emod_eq_zero ?_", Origin, 0.4);
            yield return new TacticIdea("exact ⟨_, rfl⟩", Origin, 0.5);
        }

        if (target.StartsWith("fun ", StringComparison.Ordinal) || Functions().IsMatch(target))
        {
            yield return new TacticIdea($"funext {Fresh.Name(goal, "x")}", Origin, 0.3);
        }

        if (TopLevel.IndexOf(target, " = ") > 0)
        {
            if (goal.Scalars.Count > 0)
            {
                yield return new TacticIdea("first | apply Nat.le_antisymm | apply Int.le_antisymm", Origin, 1.2);
            }
        }

        if (target.Contains("if ", StringComparison.Ordinal) || target.Contains("match ", StringComparison.Ordinal))
        {
            yield return new TacticIdea("split", Origin, 0.2);
        }

        if (target != "False")
        {
            yield return new TacticIdea($"refine Classical.byContradiction fun {h} => ?_", Origin, 0.9);
            if (goal.Hypotheses.Count > 0)
            {
                yield return new TacticIdea("exfalso", Origin, 1.3);
            }
        }
    }

    private static IEnumerable<TacticIdea> Witnesses(GoalFeatures goal)
    {
        var numbers = goal.Numerals.Where(n => n <= 1000).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)).Concat(["0", "1", "2", "3"]);
        var terms = goal.Integers.Take(4).SelectMany(v => new[] { v.Name, $"{v.Name} + 1", $"{v.Name} - 1", $"{v.Name} / 2", $"2 * {v.Name}", $"{v.Name} * {v.Name}" })
            .Concat(goal.Integers.Take(3).SelectMany(v => goal.Integers.Take(3).Where(w => w.Name != v.Name).SelectMany(w => new[] { $"{v.Name} + {w.Name}", $"{v.Name} * {w.Name}" })));
        return terms.Concat(numbers).Distinct().Take(28).Select((t, i) => new TacticIdea($"refine ⟨{t}, ?_⟩", Origin, 1 + (0.04 * i)));
    }

    [GeneratedRegex(@"^[^=<≤>≥≠∧∨¬∀∃→]* ∣ [^=<≤>≥≠∧∨¬∀∃→]*$")]
    private static partial Regex Divides();

    [GeneratedRegex(@"\(?fun .*(=>|↦)")]
    private static partial Regex Functions();
}
