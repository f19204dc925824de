theorem t (a : Nat) : a ≤ a + 1 := Nat.le_succ a
