inductive Color | red
theorem t (a b : Color) : a = b := by cases a; cases b; rfl
