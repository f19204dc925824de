def c : Bool := true
theorem t : Lean.reduceBool c = true := rfl
