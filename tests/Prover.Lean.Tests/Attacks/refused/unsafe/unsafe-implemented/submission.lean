unsafe def u : (1:Nat) = 2 := unsafeCast ()
@[implemented_by u] def v : (1:Nat) = 2 := u
theorem t : (1:Nat) = 2 := v
