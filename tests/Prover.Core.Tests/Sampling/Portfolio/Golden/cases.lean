/-
n : Nat
⊢ n = n
-/
by
  rcases n with _ | m <;> first | omega | (simp_all; done) | grind
