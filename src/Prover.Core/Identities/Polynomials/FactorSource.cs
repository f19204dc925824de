using Prover.Core.Identities.Algebra;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Polynomials;

/// <summary>Alternatives that a product of factors leaves: <c>a = b ∨ b = c</c> where the product of the differences (or a power of it) lies in
/// the ideal of the hypotheses. A negated equation among the hypotheses counts as a factor that is not zero, and so does a sum of squares.</summary>
internal sealed class FactorSource : ICertificateSource
{
    /// <inheritdoc />
    public string Class => "polynomial";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        if (PolynomialSetting.Of(goal) is not { Kind: NumberKind.Int, Equations.Count: > 0 } setting)
        {
            yield break;
        }

        var unequal = goal.Features.Hypotheses.Select(h => (h.Name, Polynomial: h.Type.Contains(" ≠ ", StringComparison.Ordinal) ? setting.Equation(h.Type.Replace(" ≠ ", " = ", StringComparison.Ordinal)) : null))
            .Where(u => u.Polynomial is { IsZero: false }).ToList();
        var basis = GroebnerBasis.Of([.. setting.Equations.Select(e => e.Polynomial)], cancellationToken);
        var helpers = new HelperList();
        var lines = new List<string>();
        var summaries = new List<string>();
        var parts = TopLevel.Split(goal.Conclusion, " ∧ ");
        foreach (var (part, at) in parts.Select((p, i) => (p.Trim(), i)))
        {
            var alternatives = TopLevel.Split(part.StartsWith('(') && part.EndsWith(')') && part.Contains('∨', StringComparison.Ordinal) ? part[1..^1] : part, " ∨ ");
            var factors = alternatives.Select(a => setting.Equation(a.Trim())).ToList();
            if (factors.Exists(f => f is null or { IsConstant: true }) || Prove(setting, basis, factors!, unequal!, helpers, at, part) is not { } proof)
            {
                yield break;
            }

            lines.Add(proof.Script);
            summaries.Add(proof.Summary);
        }

        yield return new Finding(
            string.Join("; ", summaries),
            Script.Lines([.. lines, parts.Count == 1 ? "exact g0" : $"exact ⟨{string.Join(", ", parts.Select((_, i) => $"g{i}"))}⟩"]))
        { Helpers = helpers.Text };
    }

    private static Finding? Prove(
        PolynomialSetting setting, GroebnerBasis basis, List<Polynomial> factors, List<(string Name, Polynomial Polynomial)> unequal, HelperList helpers, int number, string part)
    {
        foreach (var with in unequal.Count == 0 ? [false] : new[] { false, true })
        {
            List<Polynomial> all = [.. factors, .. with ? unequal.Select(u => u.Polynomial) : []];
            foreach (var power in new[] { 1, 2, 3 })
            {
                foreach (var squares in Squares(setting, factors, power))
                {
                    var product = squares ?? all.Aggregate(Polynomial.One, (p, f) => p * f.Power(power));
                    if (squares is not null)
                    {
                        product = (with ? unequal.Aggregate(Polynomial.One, (p, f) => p * f.Polynomial) : Polynomial.One) * squares;
                    }

                    if (basis.Cofactors(product) is { } cofactors)
                    {
                        return Write(setting, factors, with ? unequal : [], power, squares, cofactors, helpers, number, part);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>For a single factor also the squares that vanish only with it: f² + g² for differences g of variables.</summary>
    private static IEnumerable<Polynomial?> Squares(PolynomialSetting setting, List<Polynomial> factors, int power)
    {
        yield return null;
        if (power != 2 || factors.Count != 1)
        {
            yield break;
        }

        var square = factors[0].Power(2);
        var variables = Enumerable.Range(0, setting.Variables.Count).Select(Polynomial.Variable).ToList();
        var others = variables.SelectMany((v, i) => variables.Skip(i + 1).SelectMany(w => new[] { v - w, v + w })).Concat(variables).ToList();
        foreach (var g in others)
        {
            yield return square + g.Power(2);
        }

        for (var i = 0; i < others.Count; i++)
        {
            for (var j = i + 1; j < others.Count; j++)
            {
                yield return square + others[i].Power(2) + others[j].Power(2);
            }
        }
    }

    private static Finding Write(
        PolynomialSetting setting, List<Polynomial> factors, List<(string Name, Polynomial Polynomial)> unequal, int power, Polynomial? squares,
        IReadOnlyList<Polynomial> cofactors, HelperList helpers, int number, string part)
    {
        List<string> texts = [.. factors.Concat(unequal.Select(u => u.Polynomial)).Select(f => f.ToLean(setting.Name))];
        var product = squares is not null
            ? string.Join(" * ", unequal.Select(u => $"({u.Polynomial.ToLean(setting.Name)})").Append($"({squares.ToLean(setting.Name)})"))
            : string.Join(" * ", texts.Select(t => power == 1 ? $"({t})" : $"({t}) ^ {power}"));
        var difference = squares is not null
            ? unequal.Aggregate(squares, (p, u) => p * u.Polynomial)
            : factors.Concat(unequal.Select(u => u.Polynomial)).Aggregate(Polynomial.One, (p, f) => p * f.Power(power));
        var zero = IdealSource.Proof(setting, $"{product} = 0", difference, cofactors, helpers);
        var claims = factors.Select(f => $"{f.ToLean(setting.Name)} = 0").ToList();
        var variables = string.Join(' ', setting.Variables);
        var split = squares is not null
            ? helpers.Add(
                [$"({variables} : Int)", .. unequal.Select((u, i) => $"(n{i} : {u.Polynomial.ToLean(setting.Name)} ≠ 0)"), $"(z : {product} = 0)"],
                claims[0],
                Script.Lines(
                [
                    .. unequal.Select((_, i) => $"rcases Int.mul_eq_zero.mp z with z | z\n· exact absurd z n{i}"),
                    $"have sq : ∀ e : Int, 0 ≤ e ^ 2 := by intro e; rw [Int.pow_succ, Int.pow_succ, Int.pow_zero, Int.one_mul]; rcases Int.le_total 0 e with h | h\n  · exact Int.mul_nonneg h h\n  · exact Int.mul_nonneg_of_nonpos_of_nonpos h h",
                    $"have s := sq ({texts[0]})",
                    $"have s2 : ({texts[0]}) ^ 2 ≤ 0 := by",
                    .. OtherSquares(setting, squares, factors[0]).Select((g, i) => $"  have t{i} := sq ({g})"),
                    "  grind",
                    $"have s3 : ({texts[0]}) ^ 2 = 0 := Int.le_antisymm s2 s",
                    "rcases Int.mul_eq_zero.mp (by rw [Int.pow_succ, Int.pow_succ, Int.pow_zero, Int.one_mul] at s3; exact s3) with h | h <;> exact h",
                ]))
            : helpers.Add(
                [$"({string.Join(' ', texts.Select((_, i) => $"f{i}"))} : Int)", $"(z : {string.Join(" * ", texts.Select((_, i) => power == 1 ? $"f{i}" : $"f{i} ^ {power}"))} = 0)"],
                string.Join(" ∨ ", texts.Select((_, i) => $"f{i} = 0")),
                Script.Lines(
                    "have pw : ∀ (e : Int) (k : Nat), e ^ k = 0 → e = 0 := by",
                    "  intro e k h; induction k with",
                    "  | zero => simp at h",
                    "  | succ k ih => rw [Int.pow_succ] at h; rcases Int.mul_eq_zero.mp h with h | h; exact ih h; exact h",
                    "have pm := @Int.mul_eq_zero",
                    "simp only [pm] at z",
                    "clear pm",
                    power == 1 ? "skip" : "repeat rcases z with z | z",
                    power == 1 ? "grind" : "all_goals (have y := pw _ _ z; grind)"));
        var negated = string.Concat(unequal.Select((u, i) => $"have n{number}_{i} : {u.Polynomial.ToLean(setting.Name)} ≠ 0 := by omega\n"));
        var applied = squares is not null
            ? $"have z{number} := {split} {variables} {string.Join(' ', unequal.Select((_, i) => $"n{number}_{i}"))} {zero}"
            : $"have z{number} := {split} {string.Join(' ', texts.Select(t => $"({t})"))} {zero}";
        return new Finding(
            $"{product} = {IdealSource.Combination(setting, cofactors)}",
            $"{negated}{applied}\nhave g{number} : {part} := by first | omega | grind");
    }

    private static IEnumerable<string> OtherSquares(PolynomialSetting setting, Polynomial squares, Polynomial factor)
    {
        var rest = squares - factor.Power(2);
        var variables = Enumerable.Range(0, setting.Variables.Count).Select(Polynomial.Variable).ToList();
        var others = variables.SelectMany((v, i) => variables.Skip(i + 1).SelectMany(w => new[] { v - w, v + w })).Concat(variables).ToList();
        var found = others.Find(g => (rest - g.Power(2)).IsZero);
        return found is not null
            ? [found.ToLean(setting.Name)]
            : others.SelectMany(g => others.Where(h => (rest - g.Power(2) - h.Power(2)).IsZero).Select(h => new[] { g, h })).First().Select(g => g.ToLean(setting.Name));
    }
}
