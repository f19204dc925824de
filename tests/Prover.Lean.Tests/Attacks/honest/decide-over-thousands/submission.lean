theorem t : ∀ a b : Fin 60, a.val + b.val < 119 := by decide
