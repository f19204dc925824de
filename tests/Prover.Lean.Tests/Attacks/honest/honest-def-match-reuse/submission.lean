def pre : Nat → Nat | 0 => 0 | n+1 => n
def fac : Nat → Nat | 0 => 0 | n+1 => n
theorem t : fac 3 = 2 := rfl
