def fac : Nat → Nat | 0 => 1 | n+1 => (n+1) * fac n
theorem t : fac 3 = 0
