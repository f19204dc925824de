axiom f : Nat → Nat
axiom f_spec (n : Nat) : f n = n + 1
axiom f_zero : f 0 = 2
theorem t : (1:Nat) = 2 := (f_spec 0).symm.trans f_zero
