open Nat in
theorem t (a b : Nat) : a + b = b + a := Nat.add_comm a (id b)
