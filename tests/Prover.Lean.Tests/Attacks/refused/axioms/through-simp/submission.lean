@[simp] axiom norm_num : ((1:Nat) = 2) = True
theorem t : (1:Nat) = 2 := by simp
