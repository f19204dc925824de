def fac : Nat → Nat | 0 => 0 | n+1 => n
theorem t : fac 3 = 2
