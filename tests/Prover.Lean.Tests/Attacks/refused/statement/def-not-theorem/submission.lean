def t : (1:Nat) = 1 := rfl
