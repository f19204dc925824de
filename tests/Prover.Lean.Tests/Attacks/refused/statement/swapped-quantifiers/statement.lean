theorem t : ∃ m : Nat, ∀ n : Nat, n ≤ m
