def Even (n : Nat) : Prop := n % 2 = 0
theorem help : Even 2 := rfl
theorem t : Even 4 := rfl
