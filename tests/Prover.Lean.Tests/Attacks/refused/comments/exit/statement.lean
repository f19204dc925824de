theorem t2 : (1:Nat) = 2
