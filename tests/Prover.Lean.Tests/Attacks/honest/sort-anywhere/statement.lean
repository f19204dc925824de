theorem t (α : Sort _) (a : α) : a = a
