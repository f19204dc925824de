import Lean
open Lean Elab Command
syntax (name := goSyntax) "go" : command
unsafe def goU : CommandElab := fun _ _ ref w =>
  match ST.Prim.Ref.get ref w with
  | .mk s w =>
    let buckets := s.env.constants.map₁.inner.inner.buckets
    let fold := hash `evil ^^^ (hash `evil >>> 32)
    match buckets[(fold ^^^ (fold >>> 16)).toNat % buckets.size]! with
    | node@(.cons _ info _) =>
      match ST.Prim.Ref.set (unsafeCast node : ST.Ref IO.RealWorld Name) `evil w with
      | .mk _ w => match info with
        | .axiomInfo v => match ST.Prim.Ref.set (unsafeCast v : ST.Ref IO.RealWorld ConstantVal) { name := `evil, levelParams := [], type := Expr.const `False [] } w with
          | .mk _ w => .ok () w
        | .thmInfo v => match ST.Prim.Ref.set (unsafeCast v : ST.Ref IO.RealWorld ConstantVal) { name := `evil, levelParams := [], type := Expr.const `False [] } w with
          | .mk _ w => .ok () w
        | _ => .error (.error .missing (.ofFormat "other kind")) w
    | .nil => .error (.error .missing (.ofFormat "empty bucket")) w
@[implemented_by goU] opaque goS : CommandElab
@[command_elab goSyntax] def goImpl : CommandElab := fun a b ref w => goS a b ref w
go
theorem t : False := evil
