using System.Numerics;
using Prover.Core.Identities.Algebra;
using Prover.Core.Identities.Residues;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Lifting;

/// <summary>Lifting the exponent where the exponents are powers: <c>P ^ (k + c) ∣ x ^ (m · p ^ k) - y ^ (m · p ^ k)</c>, numbers or not. What is left to show
/// is the case k = 0.</summary>
internal sealed class LiftingSource : ICertificateSource
{
    private const int MaxStartBits = 4_000;

    /// <inheritdoc />
    public string Class => "lifting";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        if (TopLevel.Split(goal.Conclusion, " ∣ ") is not [var divisorText, var dividendText]
            || ExpressionParser.Parse(divisorText) is not Expression.Binary { Operator: '^', Left: var p, Right: var top }
            || LiftedPower.Shifted(top) is not var (k, c) || c < 1
            || ExpressionParser.Parse(dividendText) is not Expression.Binary { Operator: '-' or '+' } dividend
            || LiftedPower.Read(dividend.Left) is not { } x || x.Growing != k || !IsSame(goal, p, x.Prime)
            || Other(dividend, x) is not { } y)
        {
            yield break;
        }

        var helpers = new HelperList();
        if (Start(goal, p, c, x, y, helpers, cancellationToken) is not { } start)
        {
            yield break;
        }

        var (a, b, divisor, prime) = (ExpressionText.Of(x.Base), ExpressionText.Of(y), ExpressionText.Of(p), ExpressionText.Of(x.Prime));
        var exponent = ExpressionText.Of(x.Exponent);
        var lines = new List<string>
        {
            $"have start : ({divisor} : Int)^{c} ∣ ({a})^{x.Multiplier} - ({b})^{x.Multiplier} := by",
            Script.Indent(start),
            $"have key := {LiftingLemmas.Tower(helpers)} ({a}) ({b}) ({divisor}) ({prime}) {c} {x.Multiplier} (by first | rfl | assumption | (symm; assumption)) (by decide) start {k}",
        };
        if (dividend.Operator == '+')
        {
            lines.Add($"rw [{LiftingLemmas.OddPower(helpers, x.Multiplier, prime)} ({ExpressionText.Of(((Expression.Negate)y).Inner)}) {k}, Int.sub_neg] at key");
        }

        if (dividend.Right is Expression.Number)
        {
            lines.Add("rw [Int.one_pow] at key");
        }

        lines.Add($"rw [show {x.Multiplier} * {prime}^{k} = {exponent} by grind, show {k} + {c} = {ExpressionText.Of(top)} by omega] at key");
        lines.Add(goal.IsInt ? "exact key" : Down(dividend, exponent));
        yield return new Finding($"{divisor}^{c} divides {x.Start} - {ExpressionText.Of(y)}^{x.Multiplier}; each power of {divisor} above lifts it by one", Script.Lines(lines))
        {
            Helpers = helpers.Text,
        };
    }

    /// <summary>Back to natural numbers, where a difference needs to be one.</summary>
    private static string Down(Expression.Binary dividend, string exponent)
    {
        const string finish = "apply Int.ofNat_dvd.mp\npush_cast\nfirst | exact key | grind";
        if (dividend.Operator == '+')
        {
            return finish;
        }

        var (left, right) = (ExpressionText.Of(dividend.Left), ExpressionText.Of(dividend.Right));
        var proof = dividend.Right is Expression.Number ? "exact Nat.pow_pos (by first | decide | omega)" : $"exact Nat.pow_le_pow_left (by first | decide | omega) ({exponent})";
        return $"have le : {right} ≤ {left} := by\n  {proof}\napply Int.ofNat_dvd.mp\nrw [Int.ofNat_sub le]\npush_cast\nfirst | exact key | grind";
    }

    /// <summary>Whether a divisor's base is the number that the exponent is a power of: the same numeral, a cast, or an integer said to equal it.</summary>
    private static bool IsSame(IdentityGoal goal, Expression p, Expression prime) => (p, prime) switch
    {
        (Expression.Number a, Expression.Number b) => a.Value == b.Value && a.Value > 1,
        (Expression.Cast { Inner: var inner }, _) => inner == prime,
        (Expression.Variable a, Expression.Variable b) => (a == b && !goal.IsInt) || goal.Features.Hypotheses.Any(h => h.Type == $"{a.Name} = ↑{b.Name}" || h.Type == $"↑{b.Name} = {a.Name}"),
        _ => false,
    };

    /// <summary>The base of the other power, negated where it is added; null for what does not go with the first.</summary>
    private static Expression? Other(Expression.Binary dividend, LiftedPower x)
    {
        var y = dividend.Right is Expression.Number { Value.IsOne: true } one ? one
            : LiftedPower.Read(dividend.Right) is { } power && power.Exponent == x.Exponent ? power.Base
            : null;
        var isOdd = x.Multiplier % 2 == 1 && x.Prime is Expression.Number { Value.IsEven: false };
        return dividend.Operator == '-' ? y : y is not null && isOdd ? new Expression.Negate(y) : null;
    }

    /// <summary>Tactics for the case k = 0; null where it is not seen to hold.</summary>
    private static string? Start(IdentityGoal goal, Expression p, int c, LiftedPower x, Expression y, HelperList helpers, CancellationToken cancellationToken)
    {
        if (ExpressionText.Constant(p) is { } number && ExpressionText.Constant(x.Base) is { } a && ExpressionText.Constant(y) is { } b)
        {
            var difference = a.GetBitLength() * x.Multiplier > MaxStartBits ? BigInteger.One : BigInteger.Pow(a, x.Multiplier) - BigInteger.Pow(b, x.Multiplier);
            return (difference % BigInteger.Pow(number, c)).IsZero ? "decide" : null;
        }

        var names = goal.Features.Scalars.Select(s => s.Name).ToList();
        var (left, right) = (ExpressionText.Of(new Expression.Binary('^', p, new Expression.Number(c))), $"{x.Start} - {ExpressionText.Of(y)}^{x.Multiplier}");
        if (Polynomial.Parse(Plain(left), names) is { IsZero: false } divisor && Polynomial.Parse(Plain(right), names) is { } value
            && GroebnerBasis.Of([divisor], cancellationToken).Divide(value) is var (remainder, cofactors) && remainder.IsZero && cofactors[0].IsIntegral)
        {
            return $"exact ⟨{cofactors[0].ToLean(i => $"({names[i]} : Int)")}, by grind⟩";
        }

        // By residues, or what a hypothesis says.
        if (ExpressionText.Constant(p) is not { } prime)
        {
            return null;
        }

        var claim = $"{BigInteger.Pow(prime, c)} ∣ {Plain(right)}";
        return ResidueSource.Prove(goal.With(claim), claim, helpers, cancellationToken) is { } proof
            ? $"show ({BigInteger.Pow(prime, c)} : Int) ∣ {right}\nfirst\n| (\n{Script.Indent(proof.Script, 4)}\n  )\n| grind"
            : null;
    }

    // Polynomials have no casts: their variables stand for the integers.
    private static string Plain(string text) => text.Replace(" : Nat) : Int)", "))", StringComparison.Ordinal);
}
