/-
a : ℕ → ℚ
h₀ : a 1 = 1
h₁ : a 2 = 3 / 7
h₂ : ∀ (n : ℕ), a (n + 2) = a n * a (n + 1) / (2 * a n - a (n + 1))
⊢ (a 2019).den = 8075
-/
by
  first
  | (
      have C : ∀ k : Nat, a (k + 1) = 3 / (4 * (k:Rat) + 3) ∧ a (k + 2) = 3 / (4 * ((k:Rat) + 1) + 3) := by
        intro k
        induction k with
        | zero => constructor <;> simp [*] <;> grind
        | succ k ih =>
          obtain ⟨f0, f1⟩ := ih
          have hk : (0:Rat) ≤ (k:Rat) := by exact_mod_cast Nat.zero_le k
          have e := h₂ (k + 1)
          have i1 : k + 1 + 1 = k + 2 := by omega
          have i2 : k + 1 + 2 = k + 3 := by omega
          have hc : ((k + 1 : Nat) : Rat) = (k : Rat) + 1 := by simp
          rw [i1, i2, hc]
          refine ⟨f1, ?_⟩
          simp only [Nat.add_assoc, Nat.reduceAdd] at e
          rw [f0, f1] at e
          rw [e]
          clear e i1 i2 hc f0 f1
          clear h₀ h₁ h₂
          generalize (k:Rat) = u at *
          have hp : 0 < 4 * u + 3 := by grind
          have h1 : 4 * u + 3 ≠ 0 := by grind
          have h2 : 4 * (u + 1) + 3 ≠ 0 := by grind
          have h3 : 4 * (u + 1 + 1) + 3 ≠ 0 := by grind
          have hI : ∀ v : Rat, v ≠ 0 → v * v⁻¹ = 1 := fun v hv => Rat.mul_inv_cancel v hv
          grind
      have a0 : a 2019 = 3 / 8075 := by
        have c := (C 2018).1
        simp only [Nat.reduceAdd] at c
        rw [c]
        simp <;> grind
      clear C
      simp only [a0]
      first | done | decide | rfl | (set_option synthInstance.maxHeartbeats 200000 in set_option synthInstance.maxSize 5000 in decide +kernel) | grind
    )
  | fail
