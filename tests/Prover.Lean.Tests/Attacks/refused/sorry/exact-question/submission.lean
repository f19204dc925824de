theorem t (p q : Prop) (h : p) : q := by exact?
