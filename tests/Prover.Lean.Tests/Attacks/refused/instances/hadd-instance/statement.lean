theorem t : (2:Nat) + 2 = 5
