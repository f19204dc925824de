theorem t.{w} (α : Sort w) (a : α) : a = a := rfl
