def secret : Nat := 0
theorem t : secret = 0 := rfl
