theorem t : (1:Nat) = 1
