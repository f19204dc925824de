theorem t : ∀ p : Prop, p
