/-
n : ℤ
⊢ 30 ∣ n ^ 5 - n
-/
by
  first
  | (
      have hd0 : 2 ∣ n ^ 5 - n := by
        try (first | refine Nat.dvd_of_mod_eq_zero ?_ | refine Int.dvd_of_emod_eq_zero ?_)
        have hc0 : n % 2 = 0 ∨ n % 2 = 1 := by omega
        rcases hc0 with hc0 | hc0 <;> first | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0]; done) | omega | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0] at *; done) | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0] at * <;> omega)
      have hd1 : 3 ∣ n ^ 5 - n := by
        try (first | refine Nat.dvd_of_mod_eq_zero ?_ | refine Int.dvd_of_emod_eq_zero ?_)
        have hc0 : n % 3 = 0 ∨ n % 3 = 1 ∨ n % 3 = 2 := by omega
        rcases hc0 with hc0 | hc0 | hc0 <;> first | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0]; done) | omega | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0] at *; done) | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0] at * <;> omega)
      have hd2 : 5 ∣ n ^ 5 - n := by
        try (first | refine Nat.dvd_of_mod_eq_zero ?_ | refine Int.dvd_of_emod_eq_zero ?_)
        have hc0 : n % 5 = 0 ∨ n % 5 = 1 ∨ n % 5 = 2 ∨ n % 5 = 3 ∨ n % 5 = 4 := by omega
        rcases hc0 with hc0 | hc0 | hc0 | hc0 | hc0 <;> first | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0]; done) | omega | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0] at *; done) | (simp [Nat.pow_succ, Int.pow_succ, Nat.mul_mod, Int.mul_emod, Nat.add_mod, Int.add_emod, Int.sub_emod, hc0] at * <;> omega)
      omega
    )
  | fail
