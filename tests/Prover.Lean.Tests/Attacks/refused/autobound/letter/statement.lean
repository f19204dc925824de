theorem t : ∃ f : Nat → Nat, f 0 = 1
