inductive Suit | hearts | spades
  deriving DecidableEq, Repr, Inhabited
theorem t : ∀ s : Suit, s = .hearts ∨ s = .spades
