using System.Globalization;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>A variable between two numerals: one case for each value, so that what is nonlinear in it becomes linear.</summary>
internal sealed partial class IntervalTemplate : IScriptTemplate
{
    private const int MaxValues = 151;

    public string Name => "interval";

    public int? MaxHeartbeats => null;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var conjuncts = Conjuncts(goal);
        return goal.Integers.Take(BoundedDecideTemplate.AppliesTo(goal) ? 3 : 0)
            .Select(v => (Variable: v, Bounds: Bounds(v, conjuncts)))
            .Where(c => c.Bounds is var (low, high) && low <= high && high - low < MaxValues)
            .OrderBy(c => c.Bounds!.Value.High - c.Bounds!.Value.Low)
            .Select(c => Cases(c.Variable, c.Bounds!.Value.Low, c.Bounds!.Value.High, "first | grind | omega | (simp_all; done)"));
    }

    /// <summary>Between which numerals the hypotheses have a variable; null where they say nothing.</summary>
    internal static (int Low, int High)? BoundsOf(GoalFeatures goal, Scalar variable) => Bounds(variable, Conjuncts(goal));

    private static List<string> Conjuncts(GoalFeatures goal) => [.. goal.Hypotheses.SelectMany(h => h.Type.Replace("(", string.Empty, StringComparison.Ordinal)
        .Replace(")", string.Empty, StringComparison.Ordinal).Split(" ∧ "))];

    private static (int Low, int High)? Bounds(Scalar variable, List<string> conjuncts)
    {
        int? low = variable.Kind == NumberKind.Nat ? 0 : null;
        int? high = null;
        foreach (var bound in conjuncts.Select(c => Bound().Match(c.Trim())).Where(b => b.Success))
        {
            var isLeft = bound.Groups["left"].Value == variable.Name;
            if (!isLeft && bound.Groups["right"].Value != variable.Name
                || !int.TryParse(bound.Groups[isLeft ? "right" : "left"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                continue;
            }

            var relation = bound.Groups["relation"].Value;
            var strict = relation is "<" or ">" ? 1 : 0;
            if (isLeft == relation is "<" or "≤")
            {
                high ??= value - strict;
            }
            else
            {
                low = low is null or 0 ? value + strict : low;
            }
        }

        return low is { } l && high is { } h ? (l, h) : null;
    }

    /// <summary>A script with a case for each value, one after the other: linear arithmetic takes far longer over a disjunction of all.</summary>
    internal static string Cases(Scalar variable, int low, int high, string closing) => Script.Lines(
    [
        $"have hs : ∀ c : {variable.Kind}, c ≤ {variable.Name} → {variable.Name} = c ∨ c + 1 ≤ {variable.Name} := by intro c hc; omega",
        $"have hl : {low} ≤ {variable.Name} := by omega",
        $"have hu : {variable.Name} ≤ {high} := by omega",
        .. Enumerable.Range(low, high - low + 1).SelectMany(c => new[]
        {
            $"rcases hs {c} hl with hv | hl",
            $"· clear hs hu; subst hv; {closing}",
        }),
        "omega",
    ]);

    [GeneratedRegex(@"^(?<left>\S+) (?<relation>[<≤>≥]) (?<right>\S+)$")]
    private static partial Regex Bound();
}
