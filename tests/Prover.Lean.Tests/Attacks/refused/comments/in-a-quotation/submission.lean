def text : Lean.MacroM Unit := do
  let _ ← `(command| theorem t : (1:Nat) = 2 := rfl)
