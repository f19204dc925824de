theorem t : Eq (1:Nat) 2
