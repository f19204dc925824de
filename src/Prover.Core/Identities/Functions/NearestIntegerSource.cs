using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Functions;

/// <summary>Existence of a function on Nat with <c>f (f n) = a * f n + n</c>, values at some points and strict growth: the nearest integer to λ·n, where
/// λ² = aλ + 1.</summary>
internal sealed partial class NearestIntegerSource : ICertificateSource
{
    private const int MaxCoefficient = 1_000;
    private const int MaxArgument = 10_000;

    /// <inheritdoc />
    public string Class => "functional";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        if (Existence().Match(goal.Conclusion) is not { Success: true } exists)
        {
            yield break;
        }

        var (function, body) = (exists.Groups["f"].Value, exists.Groups["body"].Value);
        if (Iterate(function).Matches(body).Select(m => Coefficient(m)).Distinct().ToList() is not [{ } a] || Prove(body, function, a) is not { } script)
        {
            yield break;
        }

        yield return new Finding(
            $"{function} n is the nearest integer to λ·n, where λ² = {(a == 1 ? string.Empty : a)}λ + 1",
            Script.Lines($"obtain ⟨{function}, he, hs, hv⟩ := {NearestIntegerLemmas.Existence} {a} (by decide)", $"refine ⟨{function}, ?_⟩", script))
        {
            Helpers = NearestIntegerLemmas.Text,
        };
    }

    /// <summary>The nearest integer to λ·n.</summary>
    internal static BigInteger Value(int a, int n)
    {
        var square = ((a * (BigInteger)a) + 4) * n * n;
        BigInteger low = 0, high = square + 1;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = middle * middle <= square ? (middle, high) : (low, middle);
        }

        return ((a * (BigInteger)n) + low + 1) / 2;
    }

    /// <summary>The coefficient a of an iterate's equation; null where it has another form.</summary>
    private static int? Coefficient(Match match)
    {
        var (f, n) = (match.Groups["f"].Value, match.Groups["n"].Value);
        var right = Regex.Replace(match.Groups["right"].Value, $@"{LeanNames.Word(f)} {Regex.Escape(n)}(?![\w₀-₉'])", "value");
        return !right.Contains('-', StringComparison.Ordinal) && Polynomial.Parse(right, ["value", n]) is { Degree: 1 } sum
            && sum[Monomial.Of(0)] is { IsInteger: true, Numerator: var a } && a >= 1 && a <= MaxCoefficient
            && (sum - Polynomial.Variable(1) - Polynomial.Of(Monomial.Of(0), a)).IsZero
            ? (int)a
            : null;
    }

    /// <summary>Tactics for what is claimed; null where something else is.</summary>
    private static string? Prove(string claim, string f, int a)
    {
        claim = claim.Trim();
        if (claim.StartsWith('(') && claim.EndsWith(')') && TopLevel.IndexOf(claim[1..^1], ")") < 0)
        {
            return Prove(claim[1..^1], f, a);
        }

        if (ForAll().Match(claim) is { Success: true } all)
        {
            return Prove(claim[all.Length..], f, a) is { } inner ? $"intro {all.Groups["n"].Value}\n{inner}" : null;
        }

        if (TopLevel.IndexOf(claim, " ∧ ") is > 0 and var at)
        {
            return Prove(claim[..at], f, a) is { } first && Prove(claim[(at + 3)..], f, a) is { } second
                ? $"refine ⟨?_, ?_⟩\n{Script.Bullet(first)}\n{second}"
                : null;
        }

        if (Iterate(f).Match(claim) is { Success: true, Index: 0 } iterate && iterate.Length == claim.Length)
        {
            return $"have w := he {iterate.Groups["n"].Value}\nomega";
        }

        if (Growth().Match(claim) is { Success: true } growth && growth.Groups["f"].Value == f)
        {
            return $"have w := hs {growth.Groups["n"].Value}\nomega";
        }

        return At().Match(claim) is { Success: true } point && point.Groups["f"].Value == f
            && int.Parse(point.Groups["k"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is <= MaxArgument and var k
            && BigInteger.Parse(point.Groups["c"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var c && c == Value(a, k)
            ? $"have w := {NearestIntegerLemmas.Uniqueness} (hv {k}) (k := {c}) ⟨by decide, by decide, fun _ => by decide⟩\nomega"
            : null;
    }

    private static Regex Iterate(string f) => new(
        $@"(?<f>{LeanNames.Word(f)}) \({Regex.Escape(f)} (?<n>{Name})\) = (?<right>[^=≠<≤>≥∧∨¬∀∃∣→↔()]+?)(?=$|\)| ∧)", RegexOptions.CultureInvariant);

    private const string Name = @"[\p{L}_][\w₀-₉']*";

    [GeneratedRegex($@"^∃ (?<f>{Name})(?: : (?:Nat → Nat|ℕ → ℕ))?, (?<body>.*∀ \({Name} : (?:Nat|ℕ)\), .+)$")]
    private static partial Regex Existence();

    [GeneratedRegex($@"^∀ \((?<n>{Name}) : (?:Nat|ℕ)\), ")]
    private static partial Regex ForAll();

    [GeneratedRegex($@"^(?:(?<f>{Name}) (?<n>{Name}) [<≤] \k<f> \(\k<n> \+ 1\)|(?<f>{Name}) \((?<n>{Name}) \+ 1\) [>≥] \k<f> \k<n>)$")]
    private static partial Regex Growth();

    [GeneratedRegex($@"^(?<f>{Name}) (?<k>[0-9]{{1,5}}) = (?<c>[0-9]{{1,9}})$")]
    private static partial Regex At();
}
