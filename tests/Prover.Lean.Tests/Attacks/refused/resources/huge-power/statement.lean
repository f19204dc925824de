theorem t : (2:Nat) ^ 2 ^ 30 = 0
