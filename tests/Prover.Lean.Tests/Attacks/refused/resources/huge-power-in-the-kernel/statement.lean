theorem t : (3:Nat) ^ 2 ^ 24 % 1000 = 0
