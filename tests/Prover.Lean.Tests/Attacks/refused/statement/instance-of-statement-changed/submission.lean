structure P where
  x : Nat
instance : LE P := ⟨fun _ _ => True⟩
theorem t (a b : P) : a ≤ b := trivial
