namespace Prover.Core.Identities.Rationals;

/// <summary>Lemmas on the denominators of sums, products and powers of rational numbers.</summary>
internal static class DenominatorLemmas
{
    /// <summary>All of them; their names begin with <c>den_</c>.</summary>
    public const string Text = """
        theorem den_whole {a : Rat} (h : a.den = 1) : a.den ∣ 1 := by
          rw [h]
          exact Nat.dvd_refl 1

        theorem den_raised {a b : Nat} (k : Nat) (h : a ∣ b) : a ^ k ∣ b ^ k := by
          obtain ⟨c, rfl⟩ := h
          exact ⟨c ^ k, Nat.mul_pow a c k⟩

        theorem den_sum {a b : Rat} {D E : Nat} (h : a.den ∣ D) (k : b.den ∣ E) : (a + b).den ∣ D * E := by
          rw [Rat.den_add]
          exact Nat.dvd_trans (Nat.div_dvd_of_dvd (Nat.gcd_dvd_right _ _)) (Nat.mul_dvd_mul h k)

        theorem den_negated {a : Rat} {D : Nat} (h : a.den ∣ D) : (-a).den ∣ D := by
          rw [Rat.neg_den]
          exact h

        theorem den_difference {a b : Rat} {D E : Nat} (h : a.den ∣ D) (k : b.den ∣ E) : (a - b).den ∣ D * E := by
          rw [Rat.sub_eq_add_neg]
          exact den_sum h (den_negated k)

        theorem den_product {a b : Rat} {D E : Nat} (h : a.den ∣ D) (k : b.den ∣ E) : (a * b).den ∣ D * E := by
          rw [Rat.den_mul]
          exact Nat.dvd_trans (Nat.div_dvd_of_dvd (Nat.gcd_dvd_right _ _)) (Nat.mul_dvd_mul h k)

        theorem den_power {a : Rat} {D : Nat} (k : Nat) (h : a.den ∣ D) : (a ^ k).den ∣ D ^ k := by
          rw [Rat.den_pow]
          exact den_raised k h

        theorem den_equation {a b : Rat} (h : a = b) : (a - b).den ∣ 1 := by
          rw [h, Rat.sub_eq_add_neg, Rat.add_neg_cancel]
          exact Nat.dvd_refl 1

        theorem den_left {a b : Rat} {D E : Nat} (h : (a + b).den ∣ D) (k : b.den ∣ E) : a.den ∣ D * E := by
          have e : a + b - b = a := by rw [Rat.sub_eq_add_neg, Rat.add_assoc, Rat.add_neg_cancel, Rat.add_zero]
          have d := den_difference h k
          rw [e] at d
          exact d

        theorem den_right {a b : Rat} {D E : Nat} (h : (a + b).den ∣ D) (k : a.den ∣ E) : b.den ∣ D * E :=
          den_left (by rw [Rat.add_comm]; exact h) k

        theorem den_minuend {a b : Rat} {D E : Nat} (h : (a - b).den ∣ D) (k : b.den ∣ E) : a.den ∣ D * E := by
          rw [Rat.sub_eq_add_neg] at h
          exact den_left h (den_negated k)

        theorem den_inner {a : Rat} {D : Nat} (h : (-a).den ∣ D) : a.den ∣ D := by
          rw [Rat.neg_den] at h
          exact h

        theorem den_subtrahend {a b : Rat} {D E : Nat} (h : (a - b).den ∣ D) (k : a.den ∣ E) : b.den ∣ D * E := by
          rw [Rat.sub_eq_add_neg] at h
          exact den_inner (den_right h k)

        theorem den_base {a : Rat} {k D : Nat} (h : (a ^ k).den ∣ D) : a.den ^ k ∣ D := by
          rw [Rat.den_pow] at h
          exact h

        theorem den_first {a : Rat} {D : Nat} (h : a.den ∣ D) : a.den ^ 1 ∣ D := by
          rw [Nat.pow_one]
          exact h

        theorem den_root {u M N : Nat} (k a : Nat) (hk : k ≠ 0) (h : u ^ k ∣ M) (g : M ^ a ∣ N ^ k) : u ^ a ∣ N := by
          have p := Nat.dvd_trans (den_raised a h) g
          rw [← Nat.pow_mul, Nat.mul_comm, Nat.pow_mul] at p
          exact (Nat.pow_dvd_pow_iff hk).1 p
        """;
}
