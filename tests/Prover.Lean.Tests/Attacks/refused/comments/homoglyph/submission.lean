theorem «cаt» : (1:Nat) = 1 := rfl
