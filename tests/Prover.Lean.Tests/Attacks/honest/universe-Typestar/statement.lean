theorem t (α : Type _) (a : α) : a = a
