def c := '"'
theorem t : (1:Nat) = 1 := rfl
