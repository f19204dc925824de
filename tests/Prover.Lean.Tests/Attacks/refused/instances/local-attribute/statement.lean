theorem t (a b : Nat) : a * b = 0
