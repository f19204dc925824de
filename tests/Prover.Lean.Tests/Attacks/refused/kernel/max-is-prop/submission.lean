import Lean
open Lean Elab Command
syntax (name := goSyntax) "go" : command
def c (n : Name) := Expr.const n []
def declarations : List Declaration := [
  .inductDecl [] 0 [
    { name := `First, type := .sort .zero, ctors := [{ name := `First.mk, type := c `First }] },
    { name := `Hidden, type := .sort (.max .zero .zero), ctors := [{ name := `Hidden.mk, type := .forallE `b (c `Bool) (c `Hidden) .default }] }] false,
  .defnDecl { name := `look, levelParams := [], type := .forallE `h (c `Hidden) (c `Bool) .default, value := .lam `h (c `Hidden) (.proj `Hidden 0 (.bvar 0)) .default, hints := .abbrev, safety := .safe }]
def addAll (env : Environment) : List Declaration → Except Kernel.Exception Environment
  | [] => .ok env
  | d :: ds => match env.addDeclCore 0 d none true with
    | .ok env => addAll env ds
    | .error e => .error e
@[command_elab goSyntax] def goImpl : CommandElab := fun _ _ ref w =>
  match ST.Prim.Ref.get ref w with
  | .mk s w => match addAll s.env declarations with
    | .ok env => match ST.Prim.Ref.set ref { s with env } w with
      | .mk _ w => .ok () w
    | .error _ => .error (.error .missing (.ofFormat "the kernel says no")) w
go
def Plain : Prop := Hidden
theorem same (p q : Plain) : p = q := rfl
theorem t : False := Bool.noConfusion (congrArg (fun h : Plain => look h) (same (Hidden.mk true) (Hidden.mk false)))
