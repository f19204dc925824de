theorem cat : (1:Nat) = 1
