using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps.Algebra;

/// <summary>The goal lists the values of a variable: they are the roots of a polynomial that follows from the equations, and a product of integers is
/// zero only if a factor is.</summary>
internal sealed partial class RootSteps : ITacticSource
{
    private const int MaxRoots = 4;

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        foreach (var variable in goal.Scalars.Where(v => v.Kind == NumberKind.Int).Take(3).Select(v => v.Name))
        {
            var values = Value().Matches(goal.Conclusion).Where(m => m.Groups["v"].Value == variable).Select(m => m.Groups["c"].Value).Distinct().ToList();
            if (values.Count is < 2 or > MaxRoots)
            {
                continue;
            }

            var h = Fresh.Name(goal, "hr");
            List<string> lines = [$"have {h} : {string.Join(" * ", values.Select(c => $"({variable} - ({c}))"))} = 0 := by grind"];
            for (var i = values.Count; i > 1; i--)
            {
                // The last factor of what is left stands on the right.
                lines.Add($"rcases Int.mul_eq_zero.mp {h} with {h} | {h}");
                if (i > 2)
                {
                    lines.Add("rotate_left");
                }

                lines.AddRange(i > 2 ? ["· first | omega | grind"] : ["all_goals first | omega | grind"]);
            }

            yield return Insight.Of("roots", lines);
        }
    }

    [GeneratedRegex(@"(?<v>[\p{L}_][\w₀-₉']*) = (?<c>-?[0-9]+)(?![\w₀-₉])")]
    private static partial Regex Value();
}
