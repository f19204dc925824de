theorem t (n : Nat) : n < 5
