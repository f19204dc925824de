using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Sequences;

/// <summary>A conclusion as a polynomial that vanishes or is divisible by something.</summary>
/// <param name="Polynomial">The polynomial.</param>
/// <param name="Divisor">What divides it; null where it is zero.</param>
internal sealed partial record ClosureClaim(Polynomial Polynomial, Polynomial? Divisor)
{
    public required bool IsNat { get; init; }

    /// <summary>The two terms whose difference is the polynomial.</summary>
    public required Expression Left { get; init; }

    private Expression? Right { get; init; }

    private Expression? DivisorTerm { get; init; }

    /// <summary>The conclusion with the two terms put in.</summary>
    public required Func<string, string, string> Shape { get; init; }

    /// <summary>By what a natural number is divided in the conclusion; zero for none.</summary>
    private BigInteger Quotient { get; init; }

    /// <summary>Reads a conclusion; null where it is none of that kind.</summary>
    public static ClosureClaim? Read(string conclusion, StateSpace space, bool isNat)
    {
        if (TopLevel.Split(conclusion, " ∣ ") is [var divisorText, var dividend])
        {
            if (ExpressionParser.Parse(divisorText) is not { } divisorTerm || Terms(dividend, isNat) is not var (left, right)
                || space.Read(divisorTerm, isNat) is not { IsZero: false } divisor || Difference(space, left, right, isNat) is not { } polynomial)
            {
                return null;
            }

            return new ClosureClaim(polynomial, divisor)
            {
                IsNat = isNat,
                Left = left,
                Right = right,
                DivisorTerm = divisorTerm,
                Shape = (l, r) => right is null ? l : $"{l} - {r}",
            };
        }

        if (TopLevel.Split(conclusion, " = ") is not [var leftText, var rightText])
        {
            return null;
        }

        if (Remainder().Match(leftText) is { Success: true } remainder)
        {
            var m = remainder.Groups["m"].Value;
            var other = Remainder().Match(rightText);
            if (m.TrimStart('0').Length == 0 || (other.Success && other.Groups["m"].Value != m) || ExpressionParser.Parse(remainder.Groups["e"].Value) is not { } a
                || ExpressionParser.Parse(other.Success ? other.Groups["e"].Value : rightText) is not { } b
                || Difference(space, a, b, isNat) is not { } difference)
            {
                return null;
            }

            return new ClosureClaim(difference, Polynomial.Constant(BigInteger.Parse(m, System.Globalization.CultureInfo.InvariantCulture)))
            {
                IsNat = isNat,
                Left = a,
                Right = b,
                DivisorTerm = null,
                Shape = (l, r) => other.Success ? $"{l} % {m} = {r} % {m}" : $"{l} % {m} = {r}",
            };
        }

        var quotient = isNat ? Divided().Match(rightText) : Match.Empty;
        if (ExpressionParser.Parse(leftText) is not { } first
            || ExpressionParser.Parse(quotient.Success ? quotient.Groups["e"].Value : rightText) is not { } second)
        {
            return null;
        }

        var by = quotient.Success ? BigInteger.Parse(quotient.Groups["c"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : BigInteger.Zero;
        var scaled = by.IsZero ? first : new Expression.Binary('*', new Expression.Number(by), first);
        return Difference(space, scaled, second, isNat) is not { } equal ? null : new ClosureClaim(equal, null)
        {
            IsNat = isNat,
            Left = first,
            Right = second,
            Quotient = by,
            Shape = (l, r) => by.IsZero ? $"{l} = {r}" : $"{l} = {r} / {by}",
        };
    }

    /// <summary>The last step: from the polynomial to the conclusion.</summary>
    public string Finish(StateSpace space, string key)
    {
        var raws = space.RawTerms.Where(r => space.Contains(Left, r.Term) || (Right is not null && space.Contains(Right, r.Term))
            || (DivisorTerm is not null && space.Contains(DivisorTerm, r.Term))).ToList();
        var left = StateSpace.Written(Left, raws);
        var right = Right is null ? null : StateSpace.Written(Right, raws);
        var goal = Shape(left, right ?? string.Empty);
        string Cast(string text) => IsNat ? $"(({text} : Nat) : Int)" : $"({text})";
        var known = Polynomial.ToLean(i => $"a{i}");
        var difference = Cast(left) + (right is null ? string.Empty : $" - {Cast(right)}");
        string tactics;
        if (Divisor is null)
        {
            tactics = Quotient > 0
                ? $"have h : {Quotient} * {left} = {right} := by\n  apply Int.ofNat_inj.mp; push_cast; grind\nexact (Nat.div_eq_of_eq_mul_right (by decide) h.symm).symm"
                : IsNat ? "apply Int.ofNat_inj.mp; push_cast; grind" : "grind";
        }
        else if (!Divisor.IsConstant)
        {
            var divisor = StateSpace.Written(DivisorTerm!, raws);
            goal = $"{divisor} ∣ {goal}";
            var same = $"have h : {difference} = {known} := by (try push_cast); grind\n";
            tactics = same + (IsNat
                ? $"have hd : {Cast(divisor)} = {Divisor.ToLean(i => $"a{i}")} := by (try push_cast); grind\nrw [← h, ← hd] at g\nexact Int.ofNat_dvd.mp (by (try simp only [Int.sub_zero] at g); exact g)"
                : $"have hd : {divisor} = {Divisor.ToLean(i => $"a{i}")} := by grind\nrw [hd, {(right is null ? "show " + left : "show " + left + " - " + right)} = {known} from h]\nexact g");
        }
        else
        {
            goal = DivisorTerm is null ? goal : $"({ExpressionText.Of(DivisorTerm)} : {(IsNat ? "Nat" : "Int")}) ∣ {goal}";
            tactics = $"have h : {difference} = {known} := by (try push_cast); grind\nrw [← h] at g\nclear h {string.Join(' ', raws.Select((_, i) => $"e{i}"))}\n"
                + $"generalize {left} = u at *\n" + (right is null || ExpressionText.Constant(Right!) is not null ? string.Empty : $"generalize {right} = v at *\n") + "omega";
        }

        var lemma = space.Helpers.Add(
            [.. space.Declare(raws), .. StateSpace.Equations(raws), $"(g : {(Divisor is null ? $"{known} = 0" : $"({Divisor.ToLean(i => $"a{i}")}) ∣ {known}")})"],
            goal,
            tactics);
        return $"exact {lemma} {space.Arguments(raws)} {StateSpace.Proofs(raws)} {key}";
    }

    private static Polynomial? Difference(StateSpace space, Expression left, Expression? right, bool isNat) =>
        space.Read(left, isNat) is not { } a ? null : right is null ? a : space.Read(right, isNat) is { } b ? a - b : null;

    /// <summary>A natural number may be a difference, but only as a whole.</summary>
    private static (Expression Left, Expression? Right)? Terms(string text, bool isNat)
    {
        if (ExpressionParser.Parse(text) is not { } term)
        {
            return null;
        }

        Expression? right = null;
        while (isNat && term is Expression.Binary { Operator: '-' } difference)
        {
            right = right is null ? difference.Right : new Expression.Binary('+', difference.Right, right);
            term = difference.Left;
        }

        return (term, right);
    }

    [GeneratedRegex(@"^\(?(?<e>.+?)\)? % (?<m>[0-9]+)$")]
    private static partial Regex Remainder();

    [GeneratedRegex(@"^(?<e>.+) / (?<c>[0-9]+)$")]
    private static partial Regex Divided();
}
