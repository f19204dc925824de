inductive Color | red | blue
theorem t (a b : Color) : a = b
