/-
f : Nat → Nat
⊢ f ∘ id = f
-/
by
  funext x; first | rfl | omega | (simp_all; done) | grind
