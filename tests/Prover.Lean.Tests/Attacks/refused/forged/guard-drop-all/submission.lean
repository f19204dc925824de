#guard_msgs (drop all) in
theorem t : (1:Nat) = 2 := by simp
