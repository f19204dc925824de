theorem t.{u, v} (α : Type u) (β : Type v) : (α → β) = (α → β)
