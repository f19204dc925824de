/-
a : ℤ
⊢ a ^ 2 % 4 = 0 ∨ a ^ 2 % 4 = 1
-/
by
  first
  | (
      try (first | refine Nat.dvd_of_mod_eq_zero ?_ | refine Int.dvd_of_emod_eq_zero ?_)
      have hc0 : a % 4 = 0 ∨ a % 4 = 1 ∨ a % 4 = 2 ∨ a % 4 = 3 := by omega
      rcases hc0 with hc0 | hc0 | hc0 | hc0 <;> first | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0]; done) | omega | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0] at *; done) | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0] at * <;> omega)
    )
  | fail
