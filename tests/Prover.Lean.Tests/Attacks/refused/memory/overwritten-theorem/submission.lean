import Lean
open Lean Elab Command
syntax (name := goSyntax) "go" : command
unsafe def overwrite : CommandElab := fun _ _ ref w =>
  let false' : ConstantVal := { name := `Nat.lcm_comm, levelParams := [], type := .const `False [] }
  match ST.Prim.Ref.get ref w with
  | .mk s w => match s.env.find? `Nat.lcm_comm with
    | some (.thmInfo v) => match ST.Prim.Ref.set (unsafeCast v : ST.Ref IO.RealWorld ConstantVal) false' w with | .mk _ w => .ok () w
    | some (.axiomInfo v) => match ST.Prim.Ref.set (unsafeCast v : ST.Ref IO.RealWorld ConstantVal) false' w with | .mk _ w => .ok () w
    | _ => .error (.error .missing (.ofFormat "not found")) w
@[implemented_by overwrite] opaque overwriteSafely : CommandElab
@[command_elab goSyntax] def goImpl : CommandElab := fun a b ref w => overwriteSafely a b ref w
go
theorem t : False := Nat.lcm_comm
