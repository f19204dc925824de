def Even (n : Nat) : Prop := n % 2 = 1
theorem t : Even 3 := rfl
