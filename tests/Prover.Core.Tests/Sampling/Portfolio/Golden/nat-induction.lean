/-
n m : Nat
⊢ n + m = m + n
-/
by
  induction n <;> first | rfl | (simp_all; done) | (simp_all <;> omega) | grind | (simp_all [Nat.mul_add, Nat.add_mul, Nat.pow_succ] <;> omega)
