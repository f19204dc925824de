-- Its name can be written.
theorem t : ∃ f : (∀ n : Nat, (∀ i, i < n → Nat → Nat) → Nat → Nat), f = @Nat.fold._unsafe_rec Nat := ⟨_, rfl⟩
