theorem t.{v} (α : Type v) (a : α) : a = a := rfl
