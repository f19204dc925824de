variable (p q : Prop) [Decidable p]
theorem t (n : Nat) : n = n := rfl
