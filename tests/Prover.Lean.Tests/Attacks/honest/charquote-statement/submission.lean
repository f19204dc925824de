theorem t (c : Char) (h : c = '"') : c.toNat = 34 := by subst h; rfl
