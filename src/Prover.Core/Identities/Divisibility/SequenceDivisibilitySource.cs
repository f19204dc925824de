using System.Text.RegularExpressions;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Divisibility;

/// <summary>Divisibility within a sequence U (0) = 0, U (1) = 1, U (n + 2) = p·U (n + 1) + q·U (n) of natural numbers: U n ∣ U (k n) by the
/// addition formula U (m + n + 1) = U (m + 1) U (n + 1) + q·U m·U n, and that neighbours are coprime where q = 1.</summary>
internal sealed partial class SequenceDivisibilitySource : ICertificateSource
{
    /// <inheritdoc />
    public string Class => "recurrence";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        foreach (var rule in SequenceRule.In(goal.Features).Where(r => r is { IsNat: true, Order: 2 }))
        {
            if (Coefficients(rule) is not var (p, q) || ExpressionText.Constant(rule.Given[0].Value) is not { IsZero: true } || ExpressionText.Constant(rule.Given[1].Value) is not { IsOne: true })
            {
                continue;
            }

            var (f, f0, f1, f2) = (rule.Function, rule.Given[0].Hypothesis, rule.Given[1].Hypothesis, rule.Hypothesis);
            var multiple = Multiple().Match(goal.Conclusion);
            if (multiple.Success && multiple.Groups["f"].Value == f && multiple.Groups["g"].Value == f
                && (multiple.Groups["a"].Value == multiple.Groups["n"].Value || multiple.Groups["b"].Value == multiple.Groups["n"].Value))
            {
                var n = multiple.Groups["n"].Value;
                var k = multiple.Groups["a"].Value == n ? multiple.Groups["b"].Value : multiple.Groups["a"].Value;
                yield return new Finding(
                    $"{f} (m + n + 1) = {f} (m + 1) * {f} (n + 1) + {q} * {f} m * {f} n, then induction on the factor",
                    Script.Lines(
                        $"have add : ∀ n m : Nat, {f} (m + n + 1) = {f} (m + 1) * {f} (n + 1) + {q} * ({f} m * {f} n) ∧ {f} (m + n + 2) = {f} (m + 1) * {f} (n + 2) + {q} * ({f} m * {f} (n + 1)) := by",
                        "  intro n m",
                        "  induction n with",
                        "  | zero =>",
                        $"    have e := {f2} m",
                        $"    have e2 : {f} 2 = {p} * {f} 1 + {q} * {f} 0 := by have e := {f2} 0; simp only [Nat.zero_add] at e; omega",
                        $"    refine ⟨by rw [show m + 0 + 1 = m + 1 from rfl, show 0 + 1 = 1 from rfl, {f0}, {f1}]; grind, ?_⟩",
                        $"    rw [show m + 0 + 2 = m + 2 from rfl, show 0 + 2 = 2 from rfl, show 0 + 1 = 1 from rfl, e, e2, {f0}, {f1}]; grind",
                        "  | succ n ih =>",
                        "    obtain ⟨h1, h2⟩ := ih",
                        $"    have e3 : {f} (m + n + 3) = {p} * {f} (m + n + 2) + {q} * {f} (m + n + 1) := by have e := {f2} (m + n + 1); rw [show m + n + 1 + 2 = m + n + 3 from rfl, show m + n + 1 + 1 = m + n + 2 from rfl] at e; omega",
                        $"    have e4 : {f} (n + 3) = {p} * {f} (n + 2) + {q} * {f} (n + 1) := by have e := {f2} (n + 1); rw [show n + 1 + 2 = n + 3 from rfl, show n + 1 + 1 = n + 2 from rfl] at e; omega",
                        $"    have e5 : {f} (n + 2) = {p} * {f} (n + 1) + {q} * {f} n := by have e := {f2} n; omega",
                        $"    rw [show m + (n + 1) + 1 = m + n + 2 from rfl, show m + (n + 1) + 2 = m + n + 3 from rfl, show n + 1 + 2 = n + 3 from rfl, show n + 1 + 1 = n + 2 from rfl]",
                        $"    refine ⟨h2, ?_⟩",
                        "    rw [e3, e4, h1, h2, e5]; grind",
                        $"have all : ∀ k n : Nat, {f} n ∣ {f} (n * k) := by",
                        "  intro k n",
                        "  rcases Nat.eq_zero_or_pos n with hn | hn",
                        $"  · rw [hn, Nat.zero_mul]; exact Nat.dvd_refl _",
                        "  · obtain ⟨t, ht⟩ : ∃ t, n = t + 1 := ⟨n - 1, by omega⟩",
                        "    induction k with",
                        $"    | zero => rw [Nat.mul_zero, {f0}]; exact Nat.dvd_zero _",
                        "    | succ k ih =>",
                        $"      have e := (add t (n * k)).1",
                        "      rw [show n * k + t + 1 = n * (k + 1) from by rw [Nat.mul_succ]; omega] at e",
                        "      rw [e, ← ht]",
                        "      exact Nat.dvd_add (Nat.dvd_mul_left _ _) (Nat.dvd_mul_left_of_dvd (Nat.dvd_mul_right_of_dvd ih _) _)",
                        $"first | exact all {k} {n} | (rw [Nat.mul_comm]; exact all {k} {n})"));
            }

            var neighbours = Neighbours().Match(goal.Conclusion);
            if (neighbours.Success && neighbours.Groups["f"].Value == f && neighbours.Groups["g"].Value == f && q == 1)
            {
                var n = neighbours.Groups["n"].Value;
                yield return new Finding(
                    $"a common divisor of {f} (n + 1) and {f} (n + 2) divides {f} n",
                    Script.Lines(
                        $"induction {n} with",
                        $"| zero => simp [{f0}, {f1}]",
                        $"| succ {n} ih =>",
                        $"  have e : {f} ({n} + 1 + 1) = {p} * {f} ({n} + 1) + {f} {n} := by have e := {f2} {n}; rw [show {n} + 2 = {n} + 1 + 1 from rfl] at e; omega",
                        $"  have d1 := Nat.gcd_dvd_left ({f} ({n} + 1)) ({f} ({n} + 1 + 1))",
                        $"  have d2 := Nat.gcd_dvd_right ({f} ({n} + 1)) ({f} ({n} + 1 + 1))",
                        $"  generalize Nat.gcd ({f} ({n} + 1)) ({f} ({n} + 1 + 1)) = d at *",
                        "  rw [e] at d2",
                        $"  have d3 : d ∣ {f} {n} := (Nat.dvd_add_right (Nat.dvd_mul_left_of_dvd d1 {p})).mp d2",
                        "  have d4 := Nat.dvd_gcd d3 d1",
                        "  rw [ih] at d4",
                        "  exact Nat.dvd_one.mp d4"));
            }
        }
    }

    /// <summary>The p and q of the rule.</summary>
    private static (int P, int Q)? Coefficients(SequenceRule rule)
    {
        var text = ExpressionText.Of(rule.Next, e => e is Expression.Apply { Argument: Expression.Variable } ? "x" : e is Expression.Apply { Argument: Expression.Binary { Operator: '+', Right: Expression.Number { Value.IsOne: true } } } ? "y" : null);
        return Polynomial.Parse(text, ["x", "y"]) is { Degree: 1, IsIntegral: true } linear && linear[Monomial.One].IsZero
            && linear[Monomial.Of(0)].Numerator.Sign > 0 && linear[Monomial.Of(1)].Numerator.Sign > 0
            ? ((int)linear[Monomial.Of(1)].Numerator, (int)linear[Monomial.Of(0)].Numerator)
            : null;
    }

    [GeneratedRegex(@"^(?<f>\S+) (?<n>[\w₀-₉']+) ∣ (?<g>\S+) \((?<a>[\w₀-₉']+) \* (?<b>[\w₀-₉']+)\)$")]
    private static partial Regex Multiple();

    [GeneratedRegex(@"^\((?<f>\S+) (?<n>[\w₀-₉']+)\)\.gcd \((?<g>\S+) \(\k<n> \+ 1\)\) = 1$")]
    private static partial Regex Neighbours();
}
