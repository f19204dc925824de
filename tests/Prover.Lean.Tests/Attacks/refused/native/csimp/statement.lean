theorem t : (0:Nat) = 1
