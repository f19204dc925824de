theorem t (a b : Nat) : a = b
