using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>The gcd of two linear terms X, Y in one variable divides every a·X − b·Y. Where one of these is a positive constant c the gcd
/// is a divisor of c, and what is left is linear or finite.</summary>
internal sealed partial class GcdLinearTemplate : IScriptTemplate
{
    private const int MaxFactor = 12;

    // A linear term that takes the same value at these is constant.
    private static readonly int[] Samples = [0, 1, 5];

    public string Name => "gcd-linear";

    public int? MaxHeartbeats => 60_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var gcd = Gcd().Match(goal.Conclusion);
        var variables = goal.Integers.ToList();
        if (!gcd.Success || variables.Count != 1
            || Combination(gcd.Groups["left"].Value, gcd.Groups["right"].Value, variables[0].Name) is not var (a, x, b, y, constant))
        {
            return [];
        }

        var (left, right) = (gcd.Groups["left"].Value, gcd.Groups["right"].Value);
        string Divides(string term) => $"Nat.gcd_dvd_{(term == left ? "left" : "right")} ({left}) ({right})";
        var difference = $"{a} * ({x}) - {b} * ({y})";
        return
        [
            Script.Lines(
                $"have hd : Nat.gcd ({left}) ({right}) ∣ {difference} := Nat.dvd_sub (Nat.dvd_mul_left_of_dvd ({Divides(x)}) {a}) (Nat.dvd_mul_left_of_dvd ({Divides(y)}) {b})",
                $"have he : {difference} = {constant} := by omega",
                "rw [he] at hd",
                "have hle := Nat.le_of_dvd (by decide) hd",
                $"first | omega | (revert hd; revert hle; generalize Nat.gcd ({left}) ({right}) = q; revert q; {Script.DecideInKernel})"),
        ];
    }

    private static (int A, string X, int B, string Y, Rational Constant)? Combination(string left, string right, string variable)
    {
        var factors = Enumerable.Range(1, MaxFactor).ToList();
        var choices =
            from a in factors
            from b in factors
            from pair in new[] { (X: left, Y: right), (X: right, Y: left) }
            let values = Samples.Select(at => a * Value(pair.X, at) - b * Value(pair.Y, at)).ToList()
            where values[0] is { } first && first.Numerator > 0 && values.All(v => v == first)
            select ((int, string, int, string, Rational)?)(a, pair.X, b, pair.Y, values[0]!.Value);
        return choices.FirstOrDefault();

        Rational? Value(string term, int at) => ExpressionParser.Parse(term) is { } expression
            ? new Evaluator(NumberKind.Int, new Dictionary<string, Rational> { [variable] = at }).Evaluate(expression)
            : null;
    }

    [GeneratedRegex(@"\((?<left>[^()]*)\)\.gcd \((?<right>[^()]*)\)|gcd \((?<left>[^()]*)\) \((?<right>[^()]*)\)")]
    private static partial Regex Gcd();
}
