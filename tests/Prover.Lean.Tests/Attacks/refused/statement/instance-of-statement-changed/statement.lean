structure P where
  x : Nat
instance : LE P := ⟨fun a b => a.x ≤ b.x⟩
theorem t (a b : P) : a ≤ b
