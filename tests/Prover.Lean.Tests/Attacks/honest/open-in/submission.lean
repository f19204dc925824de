open Nat in
theorem t (a : Nat) : a + 1 ≠ 0 := succ_ne_zero a
