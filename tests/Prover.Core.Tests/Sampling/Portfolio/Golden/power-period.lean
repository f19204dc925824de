/-
k : ℕ
h₀ : k = 2008 ^ 2 + 2 ^ 2008
⊢ (k ^ 2 + 2 ^ k) % 10 = 6
-/
by
  first
  | (
      have hp : ∀ j, 2 ^ (4 * j + 4) % 10 = 6 := by
        intro j; induction j with
        | zero => decide
        | succ j ih => rw [show 4 * (j + 1) + 4 = 4 * j + 4 + 4 by omega, Nat.pow_add, Nat.mul_mod, ih]
      have hk : k % 4 = 0 ∧ k % 10 = 0 ∧ 4 ≤ k := by
        rw [h₀]; set_option exponentiation.threshold 100000 in decide +kernel
      clear h₀
      obtain ⟨hk1, hk2, hk3⟩ := hk
      obtain ⟨j, hj⟩ : ∃ j, k = 4 * j + 4 := ⟨(k - 4) / 4, by omega⟩
      have hq := hp j
      rw [← hj] at hq
      simp [Nat.add_mod, Nat.mul_mod, Nat.pow_succ, hq, hk2]
    )
  | fail
