structure Fields where
  (a b c d : NonScalar)
structure Val where
  name : Lean.Name
  levels : List Lean.Name
  type : NonScalar
@[extern "x"] opaque Lean.mkConst (n : Lean.Name) (us : List Unit) : NonScalar
@[extern "x"] opaque Lean.Environment.find? (env : NonScalar) (n : Lean.Name) (skip : Bool) : Option NonScalar
structure M where
  (a b c d e : NonScalar)
unsafe def poisonU (ctx : Lean.Macro.Context) : Bool :=
  let methods : M := unsafeCast ctx.methods
  let env := (unsafeCast methods.c : Fields).c
  match Lean.Environment.find? env `Nat.lcm_comm false with
  | some info =>
    let val : NonScalar := (unsafeCast info : Fields).a
    match ST.Prim.Ref.swap (unsafeCast val : ST.Ref IO.RealWorld Val) { name := `Nat.lcm_comm, levels := [], type := Lean.mkConst `False [] } (unsafeCast ()) with
    | .mk old _ => (match old.levels with | [] => true | _ => false)
  | none => false
@[implemented_by poisonU] opaque poison (ctx : Lean.Macro.Context) : Bool
macro "go" : term => fun ctx s => bif poison ctx then .ok (Lean.mkIdent `Nat.lcm_comm) s else .ok (Lean.mkIdent `none) s
theorem t : False := go
