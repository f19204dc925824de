using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps.Algebra;

/// <summary>What is bounded on one side, multiplied: differences that are not negative have products that are not.</summary>
internal sealed class BoundProductSteps : ITacticSource
{
    private const int MaxBounds = 4;

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        if (goal.Conclusion.AsSpan().IndexOfAny("≤<≥>") < 0 || !goal.HasAny("^*") || goal.Scalars.TrueForAll(v => v.Kind != NumberKind.Int))
        {
            yield break;
        }

        var bounds = goal.Hypotheses.Where(h => TopLevel.Split(h.Type, " ≤ ").Count == 2 || TopLevel.Split(h.Type, " < ").Count == 2)
            .Where(h => h.Type.AsSpan().IndexOfAny("∀∃∧∨→") < 0).Take(MaxBounds).ToList();
        var pairs = bounds.SelectMany((a, i) => bounds.Skip(i).Select(b => (Left: a, Right: b))).ToList();
        if (bounds.Count > 0)
        {
            yield return Insight.Of(
                "bounds",
                [
                    .. pairs.Select((p, i) => $"have hb{i + 1} := Int.mul_nonneg (Int.sub_nonneg_of_le {Weak(p.Left)}) (Int.sub_nonneg_of_le {Weak(p.Right)})"),
                    "grind",
                ]);
        }
    }

    private static string Weak(Declaration bound) => TopLevel.IndexOf(bound.Type, " < ") > 0 ? $"(Int.le_of_lt {bound.Name})" : bound.Name;
}
