theorem t (a : Nat) : a ≤ a + 1 ∧ a ≠ a
