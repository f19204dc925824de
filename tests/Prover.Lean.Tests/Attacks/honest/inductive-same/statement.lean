inductive Color | red | blue
theorem t (a : Color) : a = .red ∨ a = .blue
