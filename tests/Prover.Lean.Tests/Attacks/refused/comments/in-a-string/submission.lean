def text := "
theorem t : (1:Nat) = 1 := rfl
"
