@[default_instance 2000] instance two : OfNat Int 2 := ⟨2⟩
theorem t : 2 - 3 < 0 := by omega
