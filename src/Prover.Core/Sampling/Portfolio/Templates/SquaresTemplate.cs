using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>Polynomial inequalities over Int and Rat are often sums of squares and of products of non-negatives. Gives grind the squares of
/// v − w, v, v + w and v − 1 and the products of what is known to be positive; it finds the linear combination.</summary>
internal sealed partial class SquaresTemplate : IScriptTemplate
{
    private const int MaxSquares = 8;
    private const int MaxProducts = 6;

    public string Name => "squares";

    public int? MaxHeartbeats => 100_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var variables = goal.Scalars.Where(v => v.Kind != NumberKind.Nat).Take(4).ToList();
        if (variables.Count == 0 || goal.Functions.Count > 0 || goal.Conclusion.AsSpan().IndexOfAny("≤<≥>") < 0 || !goal.HasAny("^*"))
        {
            return [];
        }

        var kinds = variables.Select(v => v.Kind).Distinct().ToList();
        return
        [
            Script.Lines(
            [
                .. kinds.Select(SquareIsNonNegative),
                .. Bases(variables).Take(MaxSquares).Select(b => $"have := hsq{b.Kind} ({b.Term})"),
                .. Products(goal, variables).Take(MaxProducts),
                .. kinds.Select(kind => $"clear hsq{kind}"),
                "grind",
            ]),
        ];
    }

    internal static string SquareIsNonNegative(NumberKind kind) => Script.Lines(
        $"have hsq{kind} : ∀ e : {kind}, 0 ≤ e * e := by",
        "  intro e; rcases (show 0 ≤ e ∨ 0 ≤ -e by grind) with hp | hp",
        $"  · exact {kind}.mul_nonneg hp hp",
        $"  · have := {kind}.mul_nonneg hp hp; grind");

    private static IEnumerable<(NumberKind Kind, string Term)> Bases(List<Scalar> variables)
    {
        var pairs = variables.SelectMany((v, i) => variables.Skip(i + 1).Where(w => w.Kind == v.Kind).Select(w => (v, w))).ToList();
        return
        [
            .. pairs.Select(p => (p.v.Kind, $"{p.v.Name} - {p.w.Name}")),
            .. variables.Select(v => (v.Kind, v.Name)),
            .. pairs.Select(p => (p.v.Kind, $"{p.v.Name} + {p.w.Name}")),
            .. variables.Select(v => (v.Kind, $"{v.Name} - 1")),
        ];
    }

    private static IEnumerable<string> Products(GoalFeatures goal, List<Scalar> variables)
    {
        var positive = goal.Hypotheses.SelectMany(h => Positive().Matches(h.Type)).Select(m => m.Groups["name"].Value)
            .Where(name => variables.Any(v => v.Name == name)).ToList();
        return positive.SelectMany((a, i) => positive.Skip(i).Select(b =>
            $"try have := {variables[0].Kind}.mul_nonneg (show 0 ≤ {a} by grind) (show 0 ≤ {b} by grind)"));
    }

    [GeneratedRegex(@"(?<!\w)0 [<≤] (?<name>[\p{L}_][\w₀-₉']*)")]
    private static partial Regex Positive();
}
