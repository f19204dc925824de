using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Inequalities;

/// <summary><c>c ^ n &lt; f n</c> from some number on, where <c>f (n + 1) = (n + 1) * f n</c>.</summary>
internal sealed partial class FactorialGrowthSource : ICertificateSource
{
    private const int MaxStart = 40;

    /// <inheritdoc />
    public string Class => "inequality";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        if (Inequality.Read(goal.Conclusion) is not { } claim || Power().Match(claim.Smaller) is not { Success: true } power)
        {
            yield break;
        }

        var n = power.Groups["n"].Value;
        var c = int.Parse(power.Groups["c"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        var rule = SequenceRule.In(goal.Features).FirstOrDefault(r => r is { IsNat: true, Order: 1 } && claim.Larger == $"{r.Function} {n}");
        if (rule is null || Multiplier(rule) is null || ExpressionText.Constant(rule.Given[0].Value) is not { } first)
        {
            yield break;
        }

        var start = Math.Max(PowerGrowthSource.LowerBound(goal, n), Math.Max(0, c - 1));
        var values = new List<BigInteger> { first };
        for (var i = 1; i <= MaxStart; i++)
        {
            values.Add(values[^1] * i);
        }

        if (start > MaxStart || start != PowerGrowthSource.LowerBound(goal, n) || BigInteger.Pow(c, start) > values[start] - (claim.IsStrict ? 1 : 0))
        {
            yield break;
        }

        var (f, sign) = (rule.Function, claim.IsStrict ? "<" : "≤");
        yield return new Finding(
            $"{c}^{start} {sign} {values[start]}, and from there on the factor n + 1 is at least {c}",
            Script.Lines(
            [
                $"have v0 : {f} 0 = {first} := {rule.Given[0].Hypothesis}",
                .. Enumerable.Range(1, start).Select(i => $"have v{i} : {f} {i} = {values[i]} := by\n  have q : {f} {i} = ({i - 1} + 1) * {f} {i - 1} := {rule.Hypothesis} {i - 1}\n  omega"),
                $"have key : ∀ k : Nat, {c} ^ (k + {start}) {sign} {f} (k + {start}) := by",
                "  intro k",
                "  induction k with",
                $"  | zero => rw [show 0 + {start} = {start} from by omega, v{start}]; decide",
                "  | succ k ih =>",
                $"    have q : {f} (k + 1 + {start}) = (k + {start} + 1) * {f} (k + {start}) := by rw [show k + 1 + {start} = k + {start} + 1 from by omega]; exact {rule.Hypothesis} (k + {start})",
                $"    have m : {c} * {f} (k + {start}) ≤ (k + {start} + 1) * {f} (k + {start}) := Nat.mul_le_mul_right _ (by omega)",
                $"    have pw : {c} ^ (k + 1 + {start}) = {c} ^ (k + {start}) * {c} := by rw [show k + 1 + {start} = k + {start} + 1 from by omega, Nat.pow_succ]",
                "    rw [pw, q]",
                $"    generalize {c} ^ (k + {start}) = u at *",
                $"    generalize (k + {start} + 1) * {f} (k + {start}) = w at *",
                "    omega",
                $"obtain ⟨k, hk⟩ : ∃ k, {n} = k + {start} := ⟨{n} - {start}, by omega⟩",
                "rw [hk]",
                "exact key k",
            ]));
    }

    /// <summary>The factorial's rule.</summary>
    private static SequenceRule? Multiplier(SequenceRule rule) =>
        rule.Next is Expression.Binary { Operator: '*', Left: Expression.Binary { Operator: '+', Left: Expression.Variable { Name: var i }, Right: Expression.Number { Value.IsOne: true } }, Right: Expression.Apply { Argument: Expression.Variable { Name: var j } } }
        && i == rule.Index && j == rule.Index ? rule : null;

    [GeneratedRegex(@"^(?<c>[0-9]{1,3}) \^ (?<n>[\p{L}_][\w₀-₉']*)$")]
    private static partial Regex Power();
}
