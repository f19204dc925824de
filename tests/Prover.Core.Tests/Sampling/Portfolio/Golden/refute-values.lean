/-
p q : Prop
⊢ p ∨ q → p
-/
by
  first
  | (
      intro h
      first
      | exact absurd (@h True True) (by decide)
      | exact absurd (@h True False) (by decide)
      | exact absurd (@h False True) (by decide)
      | exact absurd (@h False False) (by decide)
      | fail
    )
  | fail
