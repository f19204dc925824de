theorem t (a b : ℕ) : a = b
