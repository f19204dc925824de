theorem t : 2 + 2 = 4 := have _ := Lean.trustCompiler; rfl
