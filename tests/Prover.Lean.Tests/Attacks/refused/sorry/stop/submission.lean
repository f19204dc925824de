theorem t : (1:Nat) = 2 := by
  stop
  rfl
