unsafe def fast (n : Nat) : Nat := unsafeCast n
@[implemented_by fast] def slow (n : Nat) : Nat := n
theorem t : (1:Nat) + 1 = 2 := rfl
