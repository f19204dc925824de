using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps;

/// <summary>Squares, cubes and fourth powers leave few remainders: <c>x ^ 2 % 4</c> is 0 or 1. With that, what is nonlinear becomes linear for a
/// decision procedure, to which a power is an atom.</summary>
internal sealed partial class PowerResidueSteps : ITacticSource
{
    private const int MostPowers = 4;
    private const int LargestModulus = 16;
    private const string Lemmas = "Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod";

    // By exponent, those that leave the fewest remainders.
    private static readonly Dictionary<int, int[]> Telling = new() { [2] = [4, 3, 8, 5, 7, 16], [3] = [7, 9, 4], [4] = [5, 16, 3] };

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        var powers = Powers(goal).Distinct().Take(MostPowers).ToList();
        if (powers.Count == 0)
        {
            return [];
        }

        var h = Fresh.Name(goal, "hq");
        var given = Modulus().Matches(goal.Statement).Select(m => int.Parse(m.Groups["m"].ValueSpan, CultureInfo.InvariantCulture)).Where(m => m is > 2 and <= LargestModulus);
        return given.Concat(powers.SelectMany(p => Telling.GetValueOrDefault(p.Exponent, []))).Distinct().Take(6).Select((modulus, i) => new TacticIdea(
            Script.Lines([.. powers.Select((p, j) => Fact(p, modulus, $"{h}{j}")), $"try ({ClosingSteps.Quick})"]), "power-residues", 0.6 + (0.08 * i))
        {
            MaxHeartbeats = 60_000,
        });
    }

    private static string Fact((string Variable, string Term, int Exponent) power, int modulus, string name)
    {
        var remainders = Enumerable.Range(0, modulus).Select(r => (int)BigInteger.ModPow(r, power.Exponent, modulus)).Distinct().Order();
        var cases = Enumerable.Range(0, modulus).Select(r => $"{power.Variable} % {modulus} = {r}");
        return Script.Lines(
            $"have {name} : {string.Join(" ∨ ", remainders.Select(r => $"{power.Term} % {modulus} = {r}"))} := by",
            $"  rcases (show {string.Join(" ∨ ", cases)} by omega) with {string.Join(" | ", Enumerable.Repeat("hr", modulus))} <;> simp [{Lemmas}, hr]");
    }

    private static IEnumerable<(string Variable, string Term, int Exponent)> Powers(GoalFeatures goal)
    {
        var names = goal.Integers.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        foreach (Match power in Power().Matches(goal.Statement))
        {
            if (names.Contains(power.Groups["v"].Value) && power.Groups["e"].Value is "2" or "3" or "4")
            {
                yield return (power.Groups["v"].Value, power.Value, power.Groups["e"].Value[0] - '0');
            }
        }

        foreach (Match square in Square().Matches(goal.Statement))
        {
            if (names.Contains(square.Groups["v"].Value))
            {
                yield return (square.Groups["v"].Value, square.Value, 2);
            }
        }
    }

    [GeneratedRegex(@"(?<![\w₀-₉'.^])(?<v>[\p{L}_][\w₀-₉']*) \^ (?<e>[0-9])(?![0-9])")]
    private static partial Regex Power();

    [GeneratedRegex(@"(?<![\w₀-₉'.*^] |[\w₀-₉'.])(?<v>[\p{L}_][\w₀-₉']*) \* \k<v>(?![\w₀-₉'.])")]
    private static partial Regex Square();

    [GeneratedRegex(@"% (?<m>[0-9]{1,4})(?![0-9])|(?<![0-9])(?<m>[0-9]{1,4}) [∣*]")]
    private static partial Regex Modulus();
}
