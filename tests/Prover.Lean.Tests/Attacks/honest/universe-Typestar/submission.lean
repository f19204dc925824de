universe u v w
theorem t (α : Type v) (a : α) : a = a := rfl
