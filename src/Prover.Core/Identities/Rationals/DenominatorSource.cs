using System.Text.RegularExpressions;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Rationals;

/// <summary>Denominators of rational numbers that a whole sum ties together: where <c>x ^ k + y ^ l</c> is an integer, <c>x.den ^ k</c> divides
/// <c>y.den ^ l</c> and the other way round. What the goal asks for follows by comparing exponents.</summary>
internal sealed partial class DenominatorSource : ICertificateSource
{
    private const string Reordered = "simpa [Nat.mul_comm, Nat.mul_left_comm, Nat.mul_assoc]";

    /// <inheritdoc />
    public string Class => "denominators";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        if (!goal.Conclusion.Contains(".den", StringComparison.Ordinal))
        {
            yield break;
        }

        // Rational variables first: their indices are those of the denominators.
        List<Scalar> scalars = [.. goal.Features.Scalars.OrderBy(s => s.Kind == NumberKind.Rat ? 0 : 1)];
        List<string> denominators = [.. scalars.Where(s => s.Kind == NumberKind.Rat).Select(s => $"{s.Name}.den")];
        var isEquation = TopLevel.Split(goal.Conclusion, " = ").Count == 2;
        if (TopLevel.Split(goal.Conclusion, isEquation ? " = " : " ∣ ") is not [var left, var right]
            || Product(left, denominators) is not { } first || Product(right, denominators) is not { } second)
        {
            yield break;
        }

        // A whole number that is only said to exist gets a name.
        var exists = goal.Features.Hypotheses.Select(h => (h.Name, Match: Whole().Match(h.Type))).Where(h => h.Match.Success).ToList();
        scalars.AddRange(exists.Select((_, i) => new Scalar($"whole{i}", NumberKind.Int)));
        var hypotheses = goal.Features.Hypotheses.Concat(exists.Select((h, i) =>
            new Declaration($"hwhole{i}", Regex.Replace(h.Match.Groups["body"].Value, LeanNames.Word(h.Match.Groups["n"].Value), $"whole{i}"))));
        var opening = string.Concat(exists.Select((h, i) => $"obtain ⟨whole{i}, hwhole{i}⟩ := {h.Name}\n"));
        var bounds = hypotheses.SelectMany(h => Bounds(h, scalars)).ToList();
        var helpers = new HelperList();
        if (Divides((left, first), (right, second), bounds, denominators, helpers) is not { } forth)
        {
            yield break;
        }

        var back = isEquation ? Divides((right, second), (left, first), bounds, denominators, helpers) : null;
        if (!isEquation || back is not null)
        {
            yield return new Finding(
                back is null || back.Summary == forth.Summary ? forth.Summary : $"{forth.Summary}; {back.Summary}",
                opening + (back is null ? forth.Script : $"apply Nat.dvd_antisymm\n{Script.Bullet(forth.Script)}\n{Script.Bullet(back.Script)}"))
            {
                Helpers = $"{DenominatorLemmas.Text}\n\n{helpers.Text}",
            };
        }
    }

    /// <summary>A proof that the one product of denominators divides the other.</summary>
    private static Finding? Divides(
        (string Text, Polynomial Value) divisor, (string Text, Polynomial Value) multiple, List<DenominatorBound> bounds, List<string> names, HelperList helpers)
    {
        var (power, target) = (divisor.Value.Leading, multiple.Value.Leading);
        foreach (var bound in bounds)
        {
            var (a, k, known) = (power[bound.Variable], bound.Exponent, bound.Product.Leading);
            if (a == 0 || power.Degree != a)
            {
                continue;
            }

            // (x ^ a) ^ k = (x ^ k) ^ a divides known ^ a, which divides target ^ k.
            var surplus = Enumerable.Range(0, names.Count).Select(i => (k * target[i]) - (a * known[i])).ToArray();
            if (surplus.All(e => e >= 0))
            {
                string Factor(Monomial monomial) => Polynomial.Of(monomial, 1).ToLean(i => $"d{i}");
                var compare = helpers.Add(
                    [.. names.Select((_, i) => $"(d{i} : Nat)")],
                    $"({Factor(known)}) ^ {a} ∣ ({Factor(target)}) ^ {k}",
                    $"exact ⟨{Factor(new Monomial(surplus))}, by grind⟩");
                var (x, of) = (names[bound.Variable], bound.Product.ToLean(i => names[i]));
                return new Finding(
                    $"{x} ^ {k} divides {of}",
                    Script.Lines(
                        $"have w : {x} ^ {k} ∣ {of} := by have z := {bound.Proof}; first | exact z | (simpa using z) | ({Reordered} using z)",
                        $"have r : {x} ^ {a} ∣ {multiple.Text} := den_root {k} {a} (by decide) w (by have g := {compare} {string.Join(' ', names)}; first | exact g | (simpa using g) | ({Reordered} using g))",
                        "first | exact r | (simpa using r)"));
            }
        }

        return null;
    }

    private static IEnumerable<DenominatorBound> Bounds(Declaration hypothesis, List<Scalar> scalars)
    {
        const string Ending = ").den = 1";
        var text = hypothesis.Type;
        if (text.StartsWith('(') && text.EndsWith(Ending, StringComparison.Ordinal))
        {
            return ExpressionParser.Parse(text[1..^Ending.Length]) is { } sum
                ? DenominatorBound.Of(sum, Polynomial.One, $"(den_whole {hypothesis.Name})", scalars)
                : [];
        }

        return TopLevel.Split(text, " = ") is [var left, var right] && ExpressionParser.Parse(left) is { } l && ExpressionParser.Parse(right) is { } r
            ? DenominatorBound.Of(new Expression.Binary('-', l, r), Polynomial.One, $"(den_equation {hypothesis.Name})", scalars)
            : [];
    }

    /// <summary>A product of powers of denominators; null for other terms.</summary>
    private static Polynomial? Product(string text, List<string> denominators) =>
        Polynomial.Parse(text, denominators) is { Count: 1 } product && product[product.Leading].Equals((Rational)1) ? product : null;

    [GeneratedRegex(@"^∃ (?<n>[\p{L}_][\w₀-₉']*)(?: : (?:Nat|Int|ℕ|ℤ))?, (?<body>[^∀∃→∨↔∧¬]+ = [^∀∃→∨↔∧¬]+)$")]
    private static partial Regex Whole();
}
