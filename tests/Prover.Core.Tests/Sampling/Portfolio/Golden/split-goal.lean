/-
n : Nat
⊢ n = n
-/
by
  constructor <;> first | omega | (simp_all; done) | grind | (intro hi; first | omega | (simp_all; done) | grind)
