/-
a b : Nat
h : a ≤ b
⊢ a + 2 ≤ b + 3
-/
by
  first | omega | (simp_all; done) | decide | (simp_all <;> omega)
