structure V where
  x : Int
noncomputable instance : Add V := ⟨fun a b => ⟨a.x + b.x⟩⟩
theorem add_def (a b : V) : a + b = ⟨a.x + b.x⟩ := rfl
theorem t (a b : V) : a + b = b + a := by simp [add_def, Int.add_comm]
