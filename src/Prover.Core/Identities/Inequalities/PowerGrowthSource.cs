using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Identities.Sums;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Inequalities;

/// <summary><c>p n &lt; b ^ n</c> from some number on, for a polynomial p: the number from which b·p(n) − p(n + 1) has no negative coefficient is
/// found exactly; before it the values are compared one by one.</summary>
internal sealed partial class PowerGrowthSource : ICertificateSource
{
    private const int MaxStart = 200;

    /// <inheritdoc />
    public string Class => "inequality";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        if (Inequality.Read(goal.Conclusion) is not { } claim || Power().Match(claim.Larger) is not { Success: true } power)
        {
            yield break;
        }

        var n = power.Groups["n"].Value;
        var b = int.Parse(power.Groups["b"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        if (!goal.Features.Naturals.Any(v => v.Name == n) || claim.Smaller.Contains('-', StringComparison.Ordinal) || Polynomial.Parse(claim.Smaller, [n]) is not { } p || !p.IsIntegral)
        {
            yield break;
        }

        var bound = LowerBound(goal, n);
        var factor = power.Groups["c"].Success ? BigInteger.Parse(power.Groups["c"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : BigInteger.One;
        for (var start = bound; start <= MaxStart; start++)
        {
            var shifted = Univariate.Shift(p, start);
            var next = Univariate.Shift(p, start + 1);
            var rest = ((Rational)b * shifted) - next;
            var value = shifted[Monomial.One].Numerator;
            var greater = factor * BigInteger.Pow(b, start);
            if (claim.IsStrict ? value >= greater : value > greater)
            {
                yield break;
            }

            if (rest.Monomials.All(m => rest[m].Numerator.Sign >= 0))
            {
                yield return Write(claim, n, b, power.Groups["c"].Success ? $"{factor} * " : string.Empty, bound, start, rest);
                yield break;
            }
        }
    }

    private static Finding Write(Inequality claim, string n, int b, string factor, int bound, int start, Polynomial rest)
    {
        string At(string value) => LeanNames.Word(n) is var word ? Regex.Replace(claim.Smaller, word, value) : claim.Smaller;
        var sign = claim.IsStrict ? "<" : "≤";
        return new Finding(
            $"from {start} on {b} times the left side exceeds its next value by {rest.ToLean(_ => "k")} with n = k + {start}",
            Script.Lines(
                $"have key : ∀ k : Nat, {At($"(k + {start})")} {sign} {factor}{b} ^ (k + {start}) := by",
                "  intro k",
                "  induction k with",
                "  | zero => decide +kernel",
                "  | succ k ih =>",
                $"    have id : {b} * ({At($"(k + {start})")}) = {At($"(k + 1 + {start})")} + ({rest.ToLean(_ => "k")}) := by clear ih; grind",
                $"    have pw : {b} ^ (k + 1 + {start}) = {b} ^ (k + {start}) * {b} := by rw [show k + 1 + {start} = k + {start} + 1 from by omega, Nat.pow_succ]",
                "    rw [pw]",
                $"    generalize {b} ^ (k + {start}) = u at *",
                $"    generalize {At($"(k + {start})")} = v at *",
                $"    generalize {At($"(k + 1 + {start})")} = w at *",
                "    generalize " + (rest.IsConstant ? "k" : $"({rest.ToLean(_ => "k")})") + " = z at *",
                "    omega",
                $"rcases Nat.lt_or_ge {n} {start} with hs | hs",
                start == bound ? "· omega" : $"· have small : ∀ m : Nat, m < {start} → {bound} ≤ m → {Regex.Replace(claim.Smaller, LeanNames.Word(n), "m")} {sign} {factor}{b} ^ m := by decide +kernel\n  exact small {n} hs (by omega)",
                $"· obtain ⟨k, hk⟩ : ∃ k, {n} = k + {start} := ⟨{n} - {start}, by omega⟩",
                "  rw [hk]",
                "  exact key k"));
    }

    internal static int LowerBound(IdentityGoal goal, string n)
    {
        var bound = 0;
        foreach (var hypothesis in goal.Features.Hypotheses)
        {
            if (Inequality.Read(hypothesis.Type) is { } known && known.Larger == n && int.TryParse(known.Smaller, out var value))
            {
                bound = Math.Max(bound, value + (known.IsStrict ? 1 : 0));
            }
        }

        return bound;
    }

    [GeneratedRegex(@"^(?:(?<c>[0-9]{1,6}) \* )?(?<b>[0-9]{1,4}) \^ (?<n>[\p{L}_][\w₀-₉']*)$")]
    private static partial Regex Power();
}
