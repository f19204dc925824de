universe u
theorem t (α : Type u) (a : α) : a = a := rfl
