/-
n : Nat
⊢ n = n
-/
by
  grind (splits := 20) (ematch := 12)
