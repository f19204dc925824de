notation "ℕ" => Unit
theorem t (a b : ℕ) : a = b := rfl
