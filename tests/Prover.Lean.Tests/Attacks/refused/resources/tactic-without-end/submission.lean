set_option maxHeartbeats 0
set_option maxRecDepth 1000000
theorem t (a b : Nat) : a + b = b + a + 1 := by
  repeat rw [Nat.add_comm]
  omega
