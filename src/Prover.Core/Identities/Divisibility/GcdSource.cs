using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Identities.Algebra;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Divisibility;

/// <summary>The greatest common divisor of two polynomials in natural numbers: Bézout's identity u·A + v·B = N with polynomials u and v; primes
/// of N are excluded by their residues.</summary>
internal sealed partial class GcdSource : ICertificateSource
{
    private const int MaxCombination = 10_000;

    /// <inheritdoc />
    public string Class => "divisibility";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        var match = Gcd().Match(goal.Conclusion);
        var names = goal.Features.Naturals.Select(n => n.Name).ToList();
        if (!match.Success || names.Count == 0
            || Read(match.Groups["a"].Value, names) is not { } a || Read(match.Groups["b"].Value, names) is not { } b)
        {
            yield break;
        }

        if (GroebnerBasis.Of([a.Value, b.Value], cancellationToken).Cofactors(Polynomial.One) is not { } cofactors)
        {
            yield break;
        }

        var n = cofactors.Aggregate(BigInteger.One, (d, c) => d / BigInteger.GreatestCommonDivisor(d, c.Denominator) * c.Denominator);
        var (u, v) = ((Rational)n * cofactors[0], (Rational)n * cofactors[1]);
        var wanted = match.Groups["one"].Success ? BigInteger.One : BigInteger.Parse(match.Groups["m"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        var helpers = new HelperList();
        string Name(int i) => $"({names[i]} : Int)";
        var bezout = helpers.Add(
            [$"({string.Join(' ', names)} : Int)"],
            $"({u.ToLean(i => names[i])}) * ({a.Value.ToLean(i => names[i])}) + ({v.ToLean(i => names[i])}) * ({b.Value.ToLean(i => names[i])}) = {n}",
            "grind");
        var lines = new List<string>
        {
            $"have d1 := Nat.gcd_dvd_left ({a.Text}) ({b.Text})",
            $"have d2 := Nat.gcd_dvd_right ({a.Text}) ({b.Text})",
            wanted.IsOne && match.Groups["one"].Success ? $"show Nat.gcd ({a.Text}) ({b.Text}) = 1" : $"show Nat.gcd ({a.Text}) ({b.Text}) ∣ {wanted}",
            $"generalize Nat.gcd ({a.Text}) ({b.Text}) = d at *",
            $"have z1 : (d : Int) ∣ {a.Value.ToLean(Name)} := by have y := Int.ofNat_dvd.mpr d1; push_cast at y; first | exact y | (have e : {a.Value.ToLean(Name)} = {a.Value.ToLean(Name)} := rfl; grind)",
            $"have z2 : (d : Int) ∣ {b.Value.ToLean(Name)} := by have y := Int.ofNat_dvd.mpr d2; push_cast at y; first | exact y | grind",
            $"have z : (d : Int) ∣ {n} := by",
            $"  rw [← {bezout} {string.Join(' ', names.Select(x => $"({x} : Int)"))}]",
            "  exact Int.dvd_add (Int.dvd_mul_of_dvd_right z1) (Int.dvd_mul_of_dvd_right z2)",
            "clear z1 z2",
            $"have zn : d ∣ {n} := by exact Int.ofNat_dvd.mp z",
        };
        if ((wanted % n).IsZero)
        {
            lines.Add(wanted.IsOne ? "exact Nat.dvd_one.mp zn" : $"exact Nat.dvd_trans zn (by decide)");
        }
        else if (n > MaxCombination || Excluded(goal, n, wanted, a, b, helpers, lines, cancellationToken) is false)
        {
            yield break;
        }

        yield return new Finding(
            $"({u.ToLean(i => names[i])})·({a.Text}) + ({v.ToLean(i => names[i])})·({b.Text}) = {n}", Script.Lines(lines))
        { Helpers = helpers.Text };
    }

    /// <summary>Goes through the divisors of n that are no divisors of what is wanted: some prime power in them divides not both polynomials.</summary>
    private static bool Excluded(
        IdentityGoal goal, BigInteger n, BigInteger wanted, (string Text, Polynomial Value) a, (string Text, Polynomial Value) b, HelperList helpers, List<string> lines, CancellationToken cancellationToken)
    {
        var divisors = Enumerable.Range(1, (int)n).Where(d => (n % d).IsZero).ToList();
        lines.Add($"have small : d ≤ {n} := Nat.le_of_dvd (by decide) zn");
        lines.Add($"have all : ∀ d : Nat, d < {n + 1} → d ∣ {n} → d ∈ [{string.Join(", ", divisors)}] := by decide +kernel");
        lines.Add("have mem := all d (by omega) zn");
        lines.Add("clear all small zn z");
        lines.Add("simp only [List.mem_cons, List.not_mem_nil, or_false] at mem");
        lines.Add($"rcases mem with {string.Join(" | ", divisors.Select(_ => "rfl"))}");
        foreach (var d in divisors)
        {
            if ((wanted % d).IsZero)
            {
                lines.Add("· decide");
                continue;
            }

            var inner = goal with { Features = new GoalFeatures(goal.Features.Goal with { Context = [.. goal.Features.Goal.Context, new Declaration("d1", $"{d} ∣ {a.Text}"), new Declaration("d2", $"{d} ∣ {b.Text}")] }) };
            if (Residues.ResidueSource.Prove(inner, "False", helpers, cancellationToken) is not { } proof)
            {
                return false;
            }

            lines.Add(Script.Bullet("exfalso\n" + proof.Script));
        }

        return true;
    }

    private static (string Text, Polynomial Value)? Read(string text, List<string> names)
    {
        var bare = text.StartsWith('(') && text.EndsWith(')') && TopLevel.IndexOf(text[1..^1], ")") < 0 ? text[1..^1] : text;
        return bare.Contains('-', StringComparison.Ordinal) || Polynomial.Parse(bare, names) is not { } value ? null : (bare, value);
    }

    [GeneratedRegex(@"^(?<a>\(.+\)|[\p{L}_][\w₀-₉']*)\.gcd (?<b>\(.+\)|[\p{L}_][\w₀-₉']*) (?:(?<one>= 1)|∣ (?<m>[0-9]+))$")]
    private static partial Regex Gcd();
}
