private theorem helper : 100 % 7 = 2 := by native_decide
theorem t (n : Nat) (h : n = 100) : n % 7 = 2 := by subst h; exact helper
