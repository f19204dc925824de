class Monoid' (α : Type) where
  one : α
  mul : α → α → α
  one_mul : ∀ a, mul one a = a
theorem t [Monoid' α] (a : α) : Monoid'.mul Monoid'.one a = a
