def Even (n : Nat) : Prop := n % 2 = 0
theorem t : Even 3
