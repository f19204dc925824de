theorem t (p q : Prop) : p ∨ q → q ∨ p
  | .inl h => .inr h
  | .inr h => .inl h
