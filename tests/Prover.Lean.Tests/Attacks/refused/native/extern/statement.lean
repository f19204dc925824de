theorem t : Nat.sub 1 2 = 1
