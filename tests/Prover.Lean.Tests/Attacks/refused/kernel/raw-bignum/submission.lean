import Lean
open Lean Elab Command
syntax (name := gocmd) "gogo" : command
def nm (k : Nat) : Name := Name.num `x k
def ds : List Declaration := [
  Declaration.axiomDecl { name := nm 1099511627776, levelParams := [], type := Expr.const `False [], isUnsafe := false },
  Declaration.thmDecl { name := `t, levelParams := [], type := Expr.const `False [], value := Expr.const (nm 1099511627776) [] },
  Declaration.thmDecl { name := nm 1099511627777, levelParams := [], type := Expr.const `True [], value := Expr.const `True.intro [] },
  Declaration.thmDecl { name := nm 1099511627778, levelParams := [], type := Expr.const `True [], value := Expr.const `True.intro [] },
  Declaration.thmDecl { name := nm 1099511627779, levelParams := [], type := Expr.const `True [], value := Expr.const `True.intro [] },
  Declaration.thmDecl { name := nm 1099511627780, levelParams := [], type := Expr.const `True [], value := Expr.const `True.intro [] }]
def addAll (env : Environment) : List Declaration → Environment
  | [] => env
  | d :: ds => match Environment.addDeclCore env 0 d none true with
    | .ok env => addAll env ds
    | .error _ => env
@[command_elab gocmd] def goImpl : CommandElab := fun _ _ ref w =>
  match ST.Prim.Ref.get ref w with
  | .mk s w => match ST.Prim.Ref.set ref { s with env := addAll s.env ds } w with
    | .mk _ w => .ok () w
gogo
