theorem t : ∀ r : String, r ≠ "a" → r = r"\"
