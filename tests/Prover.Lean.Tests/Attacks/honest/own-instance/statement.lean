structure V where
  x : Int
instance : Add V := ⟨fun a b => ⟨a.x + b.x⟩⟩
theorem t (a b : V) : a + b = b + a
