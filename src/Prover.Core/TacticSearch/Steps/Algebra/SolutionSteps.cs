using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps.Algebra;

/// <summary>Numbers that exist, worked out: of a linear equation by Euclid's algorithm, of a quotient by division.</summary>
internal sealed partial class SolutionSteps : ITacticSource
{
    private const string Origin = "solution";

    public IEnumerable<TacticIdea> For(GoalFeatures goal) => Bezout(goal).Concat(Quotient(goal)).Concat(Values(goal));

    /// <summary><c>∃ x y, a * x + b * y = c</c>.</summary>
    private static IEnumerable<TacticIdea> Bezout(GoalFeatures goal)
    {
        if (Linear().Match(goal.Conclusion) is not { Success: true } equation)
        {
            yield break;
        }

        var (a, b, c) = (Number(equation, "a"), Number(equation, "b") * (equation.Groups["sign"].Value == "-" ? -1 : 1), Number(equation, "c"));
        var (g, x, y) = Euclid(a, b);
        if (!g.IsZero && (c % g).IsZero)
        {
            var (u, v) = (x * (c / g), y * (c / g));

            // Smallest first number that is not negative: fits naturals too where any does.
            var turns = b.IsZero ? 0 : Floor(u, BigInteger.Abs(b / g));
            (u, v) = b.IsZero ? (u, v) : (u - (turns * BigInteger.Abs(b / g)), v + (turns * BigInteger.Abs(b / g) / (b / g) * (a / g)));
            yield return Insight.Of(Origin, $"exact ⟨{u}, {v}, by decide⟩");
        }
    }

    /// <summary><c>∃ k, A = m * k + r</c>, where another hypothesis says what a variable is modulo something.</summary>
    private static IEnumerable<TacticIdea> Quotient(GoalFeatures goal)
    {
        if (Multiple().Match(goal.Conclusion) is not { Success: true } claim)
        {
            yield break;
        }

        var rest = claim.Groups["r"].Success ? $" - {claim.Groups["r"].Value}" : string.Empty;
        var witness = $"refine ⟨({claim.Groups["A"].Value}{rest}) / {claim.Groups["m"].Value}, ?_⟩";
        foreach (var residue in goal.Hypotheses.Select(h => Residue().Match(h.Type)).Where(m => m.Success))
        {
            var (n, m, s) = (residue.Groups["n"].Value, residue.Groups["m"].Value, residue.Groups["s"].Value);
            if (goal.Integers.Any(v => v.Name == n))
            {
                yield return Insight.Of(Origin, witness, $"obtain ⟨q, rfl⟩ : ∃ q, {n} = {m} * q + {s} := ⟨{n} / {m}, by omega⟩", "first | omega | grind");
            }
        }

        yield return Insight.Of(Origin, witness, "first | omega | grind");
    }

    /// <summary>A value of a function that adds up, one step after the other.</summary>
    private static IEnumerable<TacticIdea> Values(GoalFeatures goal)
    {
        const int most = 40;
        if (Value().Match(goal.Conclusion) is not { Success: true } claim || !int.TryParse(claim.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var last) || last is < 2 or > most)
        {
            yield break;
        }

        foreach (var hypothesis in goal.Hypotheses.Where(h => Additive().Match(h.Type) is { Success: true } sum && sum.Groups["f"].Value == claim.Groups["f"].Value))
        {
            yield return Insight.Of(
                Origin,
                [
                    .. Enumerable.Range(1, last - 1).Select(c => $"have hv{c} := {hypothesis.Name} {c} 1"),
                    "simp only [Nat.reduceAdd, Int.reduceAdd] at *",
                    "first | omega | grind",
                ]);
        }
    }

    private static BigInteger Number(Match match, string group) => BigInteger.Parse(match.Groups[group].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static BigInteger Floor(BigInteger a, BigInteger b) => (a - (((a % b) + b) % b)) / b;

    private static (BigInteger Gcd, BigInteger X, BigInteger Y) Euclid(BigInteger a, BigInteger b)
    {
        var (r0, r1, x0, x1, y0, y1) = (a, b, BigInteger.One, BigInteger.Zero, BigInteger.Zero, BigInteger.One);
        while (!r1.IsZero)
        {
            var q = r0 / r1;
            (r0, r1, x0, x1, y0, y1) = (r1, r0 - (q * r1), x1, x0 - (q * x1), y1, y0 - (q * y1));
        }

        return (r0, x0, y0);
    }

    [GeneratedRegex(@"^∃ (?<x>[\w₀-₉']+) (?<y>[\w₀-₉']+), (?<a>[0-9]+) \* \k<x> (?<sign>[+-]) (?<b>[0-9]+) \* \k<y> = (?<c>-?[0-9]+)$")]
    private static partial Regex Linear();

    [GeneratedRegex(@"^∃ (?<k>[\w₀-₉']+), (?<A>[^=∃∀]+) = (?<m>[0-9]+) \* \k<k>(?: \+ (?<r>[0-9]+))?$")]
    private static partial Regex Multiple();

    [GeneratedRegex(@"^(?<n>[\p{L}_][\w₀-₉']*) % (?<m>[0-9]+) = (?<s>[0-9]+)$")]
    private static partial Regex Residue();

    [GeneratedRegex(@"^(?<f>[\p{L}_][\w₀-₉']*) (?<n>[0-9]+) = -?[0-9]+$")]
    private static partial Regex Value();

    [GeneratedRegex(@"^∀ (?:\()?(?<x>[\w₀-₉']+) (?<y>[\w₀-₉']+)(?: : \w+\))?, (?<f>[\w₀-₉']+) \(\k<x> \+ \k<y>\) = ")]
    private static partial Regex Additive();
}
