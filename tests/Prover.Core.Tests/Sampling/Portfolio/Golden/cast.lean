/-
a : ℕ
h : 5 / ↑a = 1
⊢ a = 5
-/
by
  first
  | (
      have hcast : (a : Rat) = 5 := by grind
      exact_mod_cast hcast
    )
  | fail
