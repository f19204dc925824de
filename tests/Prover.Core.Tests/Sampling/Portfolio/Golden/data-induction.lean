/-
xs : List Nat
⊢ xs.reverse.reverse = xs
-/
by
  induction xs <;> first | rfl | (simp_all; done) | (simp_all <;> omega) | grind | (simp_all [Nat.mul_add, Nat.add_mul, Nat.pow_succ] <;> omega)
