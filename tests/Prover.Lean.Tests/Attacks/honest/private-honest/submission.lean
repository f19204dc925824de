private theorem aux : (1:Nat) = 1 := rfl
theorem t : (1:Nat) = 1 := aux
