import Lean
open Lean Elab Command
syntax (name := goSyntax) "go" : command
def c (n : Name) := Expr.const n []
def arrow (a b : Expr) : Expr := .forallE `x a b .default
def bad : Declaration := .inductDecl [] 0 [{ name := `Bad, type := .sort (.succ .zero), ctors := [{ name := `Bad.mk, type := arrow (arrow (c `Bad) (c `False)) (c `Bad) }] }] false
@[command_elab goSyntax] def goImpl : CommandElab := fun _ _ ref w =>
  match ST.Prim.Ref.get ref w with
  | .mk s w => match s.env.addDeclCore 0 bad none false with
    | .ok env => match ST.Prim.Ref.set ref { s with env } w with
      | .mk _ w => .ok () w
    | .error _ => .error (.error .missing (.ofFormat "the kernel says no")) w
go
noncomputable def no (b : Bad) : False := Bad.rec (motive := fun _ => False) (fun f _ => f (Bad.mk f)) b
theorem t : False := no (Bad.mk no)
