def four : Nat := 2 + 2
theorem t : 2 + 2 = 4 := Lean.ofReduceNat four 4 rfl
