theorem t.{u} (α : Type u) (a : α) : a = a := rfl
