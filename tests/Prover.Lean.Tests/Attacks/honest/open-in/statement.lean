theorem t (a : Nat) : a + 1 ≠ 0
