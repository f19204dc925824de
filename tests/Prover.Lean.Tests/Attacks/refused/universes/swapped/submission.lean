theorem t.{u, v} (α : Type v) (β : Type u) : (α → β) = (α → β) := rfl
