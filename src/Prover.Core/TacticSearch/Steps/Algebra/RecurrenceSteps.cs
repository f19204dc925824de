using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps.Algebra;

/// <summary>Sequences by a recurrence of second or higher order: induction over as many neighbours as the recurrence looks back.</summary>
internal sealed partial class RecurrenceSteps : ITacticSource
{
    private const string Origin = "recurrence";

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        foreach (var hypothesis in goal.Hypotheses)
        {
            if (Recurrence().Match(hypothesis.Type) is not { Success: true } recurrence)
            {
                continue;
            }

            var (function, order) = (recurrence.Groups["f"].Value, recurrence.Groups["d"].Value[0] - '0');
            foreach (var n in goal.Naturals.Select(v => v.Name).Where(v => IsAbout(goal, function, v)).Take(2))
            {
                yield return goal.Conclusion.StartsWith("Nat.gcd ", StringComparison.Ordinal) || goal.Conclusion.Contains(".gcd ", StringComparison.Ordinal)
                    ? Neighbours(hypothesis.Name, n)
                    : Together(goal, hypothesis.Name, n, order);
            }
        }
    }

    /// <summary>The claim for the number and those after it, all in one induction.</summary>
    private static TacticIdea Together(GoalFeatures goal, string recurrence, string n, int order)
    {
        var (k, ih, all, step) = (Fresh.Name(goal, "k"), Fresh.Name(goal, "ih"), Fresh.Name(goal, "hall"), Fresh.Name(goal, "hstep"));
        var claims = Enumerable.Range(0, order).Select(i => $"({Regex.Replace(goal.Conclusion, LeanNames.Word(n), i == 0 ? k : $"({k} + {i})")})");
        var names = Enumerable.Range(1, order).Select(i => ih + i).ToList();
        return Insight.Of(
            Origin,
            $"have {all} : ∀ {k} : Nat, {string.Join(" ∧ ", claims)} := by",
            $"  intro {k}",
            $"  induction {k} with",
            $"  | zero => refine ⟨{string.Join(", ", names.Select(_ => "?_"))}⟩ <;> first | omega | (simp_all; done) | grind",
            $"  | succ {k} {ih} =>",
            $"    have {step} := {recurrence} {k}",
            $"    obtain ⟨{string.Join(", ", names)}⟩ := {ih}",
            $"    refine ⟨{string.Join(", ", names.Skip(1))}, ?_⟩",
            "    first | omega | grind",
            $"exact ({all} {n}).1");
    }

    /// <summary>Neighbours have a common divisor only if those before them do.</summary>
    private static TacticIdea Neighbours(string recurrence, string n) => Insight.Of(
        Origin,
        $"induction {n} with",
        "| zero => first | (simp_all; done) | grind",
        $"| succ {n} ih => rw [{recurrence}, Nat.gcd_comm]; first | (simp [Nat.gcd_comm, ih]; done) | (simp_all [Nat.gcd_comm]; done) | grind");

    // Whatever is assumed of the number would have to go along.
    private static bool IsAbout(GoalFeatures goal, string function, string n) =>
        Regex.IsMatch(goal.Conclusion, $@"{LeanNames.Word(function)} \(?{LeanNames.Word(n)}") && !goal.Hypotheses.Exists(h => LeanNames.Mentions(h.Type, n) && !Recurrence().IsMatch(h.Type));

    [GeneratedRegex(@"^∀ \(?(?<n>[\w₀-₉']+)(?: : (?:Nat|ℕ)\))?, (?<f>[\w₀-₉']+) \(\k<n> \+ (?<d>[2-4])\) = ")]
    private static partial Regex Recurrence();
}
