/-
n : ℕ
⊢ n < 2 ^ n
-/
by
  first
  | (
      induction n with
      | zero => first | omega | (simp_all; done) | (simp_all <;> omega) | grind
      | succ n ih =>
        have hpos0 := Nat.pow_pos (n := n) (show 0 < 2 by decide)
        have hlt0 := Nat.lt_pow_self (n := n) (show 1 < 2 by decide)
        first | omega | (simp only [Nat.mul_add, Nat.add_mul, Nat.pow_add, Nat.pow_succ, Nat.mul_succ] at * <;> omega) | (simp only [*, Nat.mul_add, Nat.add_mul, Nat.pow_add, Nat.pow_succ, Nat.mul_succ] at * <;> omega) | (rcases Nat.eq_zero_or_pos n with rfl | hz <;> simp_all [Nat.pow_succ] <;> omega) | grind
    )
  | fail
