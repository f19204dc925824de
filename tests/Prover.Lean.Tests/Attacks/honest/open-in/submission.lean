open Nat in
theorem t (a b : Nat) : a + b = b + a := add_comm a b
