using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps;

/// <summary>Facts that no decision procedure finds by itself: squares are not negative, products of what is known, powers of successors.</summary>
internal sealed class FactSteps : ITacticSource
{
    private const string Origin = "fact";
    private const string Expand = "Nat.pow_succ, Nat.pow_add, Nat.pow_zero, Int.pow_succ, Int.pow_zero, Nat.mul_add, Nat.add_mul, Int.mul_add, Int.add_mul, Nat.mul_assoc, Int.mul_assoc";

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        var h = Fresh.Name(goal, "hf");
        var isNonlinear = goal.HasAny("^*");
        if (isNonlinear)
        {
            yield return new TacticIdea($"simp only [{Expand}] at *", Origin, 1);
            yield return new TacticIdea($"simp only [{Expand}]", Origin, 0.9);
            foreach (var (term, i) in Terms(goal).Select((t, i) => (t, i)))
            {
                yield return new TacticIdea(
                    Script.Lines(
                        $"have {h} : 0 ≤ ({term}) * ({term}) := by",
                        $"  rcases Int.le_total 0 ({term}) with hs | hs",
                        "  · exact Int.mul_nonneg hs hs",
                        "  · exact Int.mul_nonneg_of_nonpos_of_nonpos hs hs"),
                    Origin, 0.9 + (0.1 * i)).ThenTry();
            }

            foreach (var idea in Products(goal, h))
            {
                yield return idea;
            }
        }

        foreach (var v in goal.Naturals.Where(v => LeanNames.InExponent(goal.Statement, v.Name)).Take(2))
        {
            foreach (var b in goal.Numerals.Where(n => n > 1 && n < 100).Take(2))
            {
                yield return new TacticIdea($"have {h} := Nat.pow_pos (n := {v.Name}) (show 0 < {b} by decide)", Origin, 0.9).ThenTry();
            }
        }
    }

    private static IEnumerable<string> Terms(GoalFeatures goal)
    {
        var integers = goal.Integers.Where(v => v.Kind == NumberKind.Int).Take(3).Select(v => v.Name).ToList();
        return [.. integers.SelectMany((v, i) => integers.Skip(i + 1).Select(w => $"{v} - {w}")), .. integers, .. integers.SelectMany((v, i) => integers.Skip(i + 1).Select(w => $"{v} + {w}")), .. integers.Select(v => $"{v} - 1")];
    }

    private static IEnumerable<TacticIdea> Products(GoalFeatures goal, string h)
    {
        var comparisons = goal.Hypotheses.Where(c => TopLevel.IndexOf(c.Type, " ≤ ") > 0 || TopLevel.IndexOf(c.Type, " < ") > 0).Take(4).ToList();
        foreach (var (a, b) in comparisons.SelectMany((a, i) => comparisons.Skip(i).Select(b => (a, b))).Take(6))
        {
            yield return new TacticIdea(
                $"first | have {h} := Nat.mul_le_mul {a.Name} {b.Name} | have {h} := Int.mul_nonneg {a.Name} {b.Name} | have {h} := Int.mul_pos {a.Name} {b.Name} | have {h} := Int.mul_nonneg (Int.sub_nonneg_of_le {a.Name}) (Int.sub_nonneg_of_le {b.Name})",
                Origin, 1).ThenTry();
        }
    }
}
