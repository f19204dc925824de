using Prover.Core.Identities.Sequences;

namespace Prover.Core.Identities.Lifting;

/// <summary>The lemmas of lifting the exponent, for any integers: where p divides D and D divides a − b, D·p divides a^p − b^p.</summary>
internal static class LiftingLemmas
{
    /// <summary>Adds <c>P ^ c ∣ x ^ m - y ^ m → P ^ (k + c) ∣ x ^ (m * p ^ k) - y ^ (m * p ^ k)</c>, where P is p and c is positive; gives its name.</summary>
    public static string Tower(HelperList helpers)
    {
        var expansion = helpers.Add(
            ["(b e : Int)", "(p : Nat)"],
            "∃ r : Int, (b + e)^(p+1) = b^(p+1) + (p+1)*e*b^p + e^2*r",
            """
            induction p with
            | zero => exact ⟨0, by grind⟩
            | succ p ih =>
              obtain ⟨r, h⟩ := ih
              refine ⟨r*b + (p+1)*b^p + e*r, ?_⟩
              rw [Int.pow_succ, h]
              push_cast
              grind
            """);
        var step = helpers.Add(
            ["(a b D : Int)", "(p : Nat)", "(hp : (p:Int) ∣ D)", "(h : D ∣ a - b)"],
            "D * p ∣ a^p - b^p",
            $"""
            cases p with
            | zero => simp
            | succ p =>
              obtain ⟨q, hq⟩ := h
              obtain ⟨s, hs⟩ := hp
              obtain ⟨r, hr⟩ := {expansion} b (D*q) p
              have e : a = b + D*q := by omega
              rw [e, hr]
              push_cast at *
              exact ⟨q*b^p + s*q^2*r, by grind⟩
            """);
        return helpers.Add(
            ["(x y P : Int)", "(p c m : Nat)", "(hP : P = p)", "(hc : 1 ≤ c)", "(h : P^c ∣ x^m - y^m)", "(k : Nat)"],
            "P^(k+c) ∣ x^(m*p^k) - y^(m*p^k)",
            $"""
            have hp : (p:Int) ∣ P^c := by
              rw [← hP]
              obtain ⟨d, rfl⟩ : ∃ d, c = d + 1 := ⟨c - 1, by omega⟩
              rw [Int.pow_succ]
              exact Int.dvd_mul_left _ _
            have all : ∀ u v : Int, P^c ∣ u - v → ∀ k : Nat, P^c * P^k ∣ u^(p^k) - v^(p^k) := by
              clear h hc
              intro u v h k
              induction k with
              | zero =>
                have e : ∀ z : Int, z^1 = z := by intro z; grind
                rw [Nat.pow_zero, Int.pow_zero, Int.mul_one, e, e]
                exact h
              | succ k ih =>
                have s := {step} (u^(p^k)) (v^(p^k)) (P^c * P^k) p (Int.dvd_trans hp (Int.dvd_mul_right _ _)) ih
                rw [← Int.pow_mul, ← Int.pow_mul, ← Nat.pow_succ, ← hP] at s
                rw [Int.pow_succ, ← Int.mul_assoc]
                exact s
            have key := all (x^m) (y^m) h k
            rw [← Int.pow_mul, ← Int.pow_mul, ← Int.pow_add, Nat.add_comm c k] at key
            exact key
            """);
    }

    /// <summary>Adds <c>(-y) ^ (m * p ^ k) = -(y ^ (m * p ^ k))</c> for odd literals m and p; gives its name.</summary>
    public static string OddPower(HelperList helpers, int m, string p)
    {
        var odd = helpers.Add(
            ["(y : Int)", "(e : Nat)", "(h : e % 2 = 1)"],
            "(-y)^e = -(y^e)",
            """
            obtain ⟨j, rfl⟩ : ∃ j, e = 2*j + 1 := ⟨e / 2, by omega⟩
            rw [Int.pow_succ, Int.pow_succ, Int.pow_mul, Int.pow_mul, show (-y)^2 = y^2 by grind]
            grind
            """);
        var parity = helpers.Add(
            ["(k : Nat)"],
            $"({m} * {p}^k) % 2 = 1",
            """
            induction k with
            | zero => decide
            | succ k ih => rw [Nat.pow_succ, ← Nat.mul_assoc, Nat.mul_mod, ih]
            """);
        return helpers.Add(["(y : Int)", "(k : Nat)"], $"(-y)^({m} * {p}^k) = -(y^({m} * {p}^k))", $"exact {odd} y _ ({parity} k)");
    }
}
