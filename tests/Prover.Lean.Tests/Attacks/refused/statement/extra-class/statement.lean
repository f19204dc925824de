theorem t (α : Type) : ∃ _ : α, True
