theorem t.{u} (α : Sort u) (a : α) : a = a
