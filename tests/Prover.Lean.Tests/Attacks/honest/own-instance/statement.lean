structure V where
  x : Int
noncomputable instance : Add V := ⟨fun a b => ⟨a.x + b.x⟩⟩
theorem t (a b : V) : a + b = b + a
