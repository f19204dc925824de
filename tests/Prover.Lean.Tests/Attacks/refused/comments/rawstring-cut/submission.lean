theorem t : ∀ r : String, r ≠ "a" → r = r := fun _ _ => rfl
