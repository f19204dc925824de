theorem t.{u} (α : Type u) (a b : α) (h : a = b) : b = a
