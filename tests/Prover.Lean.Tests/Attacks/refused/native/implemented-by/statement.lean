theorem t : (1:Nat) = 2
