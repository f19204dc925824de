def fac : Nat → Nat | 0 => 1 | n+1 => (n+1) * fac n
theorem pos (n : Nat) : 0 < fac n := by induction n with | zero => decide | succ n ih => exact Nat.mul_pos (Nat.succ_pos n) ih
theorem t (n : Nat) : 0 < fac n := pos n
