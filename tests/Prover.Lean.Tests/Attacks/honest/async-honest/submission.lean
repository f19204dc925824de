set_option Elab.async true
theorem t : (1:Nat) + 1 = 2 := by decide
