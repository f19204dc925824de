theorem t (a : Nat) : a % 2 = 0
