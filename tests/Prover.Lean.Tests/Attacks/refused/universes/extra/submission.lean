theorem t.{u, v} (α : Type u) (a : α) : a = a := have _ : PUnit.{v} := ⟨⟩; rfl
