/-
n : Nat
⊢ n = n
-/
by
  grind
