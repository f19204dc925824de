unsafe theorem t : (1:Nat) = 2 := t
