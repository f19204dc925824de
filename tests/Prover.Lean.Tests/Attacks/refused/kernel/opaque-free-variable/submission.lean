import Lean
open Lean Elab Command
syntax (name := goSyntax) "go" : command
def c (n : Name) := Expr.const n []
def seeds : Expr := .app (.lam `f (.forallE `x (c `False) (c `False) .default) (c `False) .default) (.lam `x (c `False) (.bvar 0) .default)
def declarations : List Declaration := [
  .opaqueDecl { name := `o, levelParams := [], type := seeds, value := .fvar ⟨.num `_kernel_fresh 2⟩, isUnsafe := false, all := [`o] },
  .thmDecl { name := `t, levelParams := [], type := c `False, value := c `o }]
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
