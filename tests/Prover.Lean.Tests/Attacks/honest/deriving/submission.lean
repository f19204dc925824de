inductive Suit | hearts | spades
  deriving DecidableEq, Repr, Inhabited
theorem t : ∀ s : Suit, s = .hearts ∨ s = .spades := fun s => by cases s <;> decide
