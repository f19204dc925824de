import Lean
open Lean Elab Command
syntax (name := goSyntax) "go" : command

@[extern "x", export memcpy] opaque memcpy (dst src : String) (n : Nat) : String
@[command_elab goSyntax] def goImpl : CommandElab := fun _ _ ref w =>
  match ST.Prim.Ref.get ref w with
  | .mk s w => match s.env.find? `True.intro with
    | some (.ctorInfo v) => match v.type with
      | .const n@(.str _ name) _ =>
        match Environment.addDeclCore s.env 0 (.thmDecl { name := `t, levelParams := [], type := .const n [], value := .const v.name [] }) none true with
        | .ok env =>
          let r := memcpy name "False" 13
          bif r.length == 7 then .error (.error .missing (.ofFormat (.text r))) w else 
          match ST.Prim.Ref.set ref { s with env := env } w with
          | .mk _ w => .ok () w
        | _ => .error (.error .missing (.ofFormat "add")) w
      | _ => .error (.error .missing (.ofFormat "no const")) w
    | _ => .error (.error .missing (.ofFormat "no t")) w
go
