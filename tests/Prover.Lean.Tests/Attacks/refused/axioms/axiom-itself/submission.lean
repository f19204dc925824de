axiom t : (1:Nat) = 2
