theorem t : ∀ a b : Fin 5, a + b = b + a := by decide
