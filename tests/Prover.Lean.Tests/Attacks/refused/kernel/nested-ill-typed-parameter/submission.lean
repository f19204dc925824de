import Lean
open Lean Elab Command
syntax (name := goSyntax) "go" : command
inductive P : Prop where | mk (b : Bool)
structure C where b : Bool
structure F (b : Bool) (α : Type) where held : α
def c (n : Name) := Expr.const n []
def ill : Expr := .proj `C 0 (.app (c `P.mk) (c `Bool.true))
def declarations : List Declaration := [
  .inductDecl [] 0 [{ name := `N, type := .sort (.succ .zero), ctors := [
    { name := `N.leaf, type := c `N },
    { name := `N.node, type := .forallE `f (mkApp2 (c `F) ill (c `N)) (c `N) .default }] }] false]
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
theorem t : ∃ _ : N, True := ⟨N.leaf, trivial⟩
