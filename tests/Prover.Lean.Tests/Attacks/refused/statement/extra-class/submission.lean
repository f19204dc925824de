theorem t (α : Type) [Inhabited α] : ∃ _ : α, True := ⟨default, trivial⟩
