theorem t.{u} (α : Type u) (β : Type u) (a : α) (b : β) : (a, b).1 = a := rfl
