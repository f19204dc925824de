macro "go" : command => do
  let o := Lean.mkIdent (Lean.Name.mkStr (Lean.Name.mkStr .anonymous "debug") ("skipKer" ++ "nelTC"))
  `(set_option $o true in theorem $(Lean.mkIdent `t) : (1:Nat) = 2 := by decide +kernel)
go
