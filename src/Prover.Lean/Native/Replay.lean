/-
Has the native kernel check declarations that come as plain data: the request of `host/replay-data.mjs`, in a file.
Prints one line of JSON, the same answer. For Lean 4.28 and later:

    lake env lean --run Replay.lean request.json
-/
import Lean

open Lean

namespace Replay

abbrev Read := Except String

structure Tables where
  names : Array Name
  terms : Array Expr

def at! (items : Array α) (index : Nat) (what : String) : Read α :=
  items[index]?.elim (throw s!"{what} {index} is out of range.") pure

def field (json : Json) (α : Type) [FromJson α] (name : String) : Read α := json.getObjValAs? α name
def decimal (text : String) : Read Nat := text.toNat?.elim (throw s!"{text} is no natural number.") pure

def readNames (json : Json) : Read (Array Name) := do
  (← field json (Array Json) "names").foldlM (init := #[.anonymous]) fun names entry => do
    let .arr #[«prefix», component] := entry | throw "A name must be a pair of a prefix and a component."
    let «prefix» ← at! names (← «prefix».getNat?) "The prefix"
    match component with
    | .str text => return names.push (.str «prefix» text)
    | .num _ => return names.push (.num «prefix» (← component.getNat?))
    | _ => return names.push (.num «prefix» (← decimal (← field component String "nat")))

def readLevels (names : Array Name) (flat : Array Nat) : Read (Array Level) := do
  let mut levels := #[Level.zero]
  let mut next := 0
  while next < flat.size do
    let argument (i : Nat) := at! flat (next + i) "The argument of a level at"
    let level (i : Nat) : Read Level := do at! levels (← argument i) "The level"
    match flat[next]! with
    | 1 => levels := levels.push (.succ (← level 1)); next := next + 2
    | 2 => levels := levels.push (.max (← level 1) (← level 2)); next := next + 3
    | 3 => levels := levels.push (.imax (← level 1) (← level 2)); next := next + 3
    | 4 => levels := levels.push (.param (← at! names (← argument 1) "The name")); next := next + 2
    | tag => throw s!"A level has the unknown tag {tag}."
  return levels

def readTerms (names : Array Name) (levels : Array Level) (naturals : Array Nat) (strings : Array String)
    (flat : Array Nat) : Read (Array Expr) := do
  let mut terms : Array Expr := #[]
  let mut next := 0
  while next < flat.size do
    let argument (i : Nat) := at! flat (next + i) "The argument of a term at"
    let name (i : Nat) : Read Name := do at! names (← argument i) "The name"
    let level (i : Nat) : Read Level := do at! levels (← argument i) "The level"
    let term (i : Nat) : Read Expr := do at! terms (← argument i) "The term"
    let binder (i : Nat) : Read BinderInfo := do
      at! #[.default, .implicit, .strictImplicit, .instImplicit] (← argument i) "The binder info"
    let (term, size) ← match flat[next]! with
      | 0 => do
        let index ← argument 1
        if index ≥ 2 ^ 20 - 1 then throw "The index of a bound variable is too large."
        pure (.bvar index, 2)
      | 3 => do pure (.sort (← level 1), 2)
      | 4 => do
        let count ← argument 2
        let _ ← argument (2 + count)
        pure (.const (← name 1) (← (List.range count).mapM fun i => level (3 + i)), 3 + count)
      | 5 => do pure (.app (← term 1) (← term 2), 3)
      | 6 => do pure (.lam (← name 1) (← term 3) (← term 4) (← binder 2), 5)
      | 7 => do pure (.forallE (← name 1) (← term 3) (← term 4) (← binder 2), 5)
      | 8 => do pure (.letE (← name 1) (← term 3) (← term 4) (← term 5) ((← argument 2) == 1), 6)
      | 9 => do pure (.lit (.natVal (← at! naturals (← argument 1) "The natural number")), 2)
      | 10 => do pure (.lit (.strVal (← at! strings (← argument 1) "The string")), 2)
      | 11 => do pure (.proj (← name 1) (← argument 2) (← term 3), 4)
      | tag => throw s!"A term has the unknown tag {tag}."
    terms := terms.push term
    next := next + size
  return terms

def readTables (json : Json) : Read Tables := do
  let names ← readNames json
  let levels ← readLevels names (← field json (Array Nat) "levels")
  let naturals ← (← field json (Array String) "naturals").mapM decimal
  let terms ← readTerms names levels naturals (← field json (Array String) "strings") (← field json (Array Nat) "terms")
  return { names, terms }

namespace Tables
variable (tables : Tables) (json : Json)

def name (of : String) : Read Name := do at! tables.names (← field json Nat of) "The name"
def namesOf (of : String) : Read (List Name) := do (← field json (List Nat) of).mapM (at! tables.names · "The name")
def term (of : String) : Read Expr := do at! tables.terms (← field json Nat of) "The term"

def constant : Read ConstantVal := do
  return { name := ← tables.name json "name", levelParams := ← tables.namesOf json "levelParams", type := ← tables.term json "type" }

def hints : Read ReducibilityHints := do
  match ← json.getObjVal? "hints" with
  | .str "opaque" => return .opaque
  | .str "abbrev" => return .abbrev
  | height => do if (← height.getNat?) < UInt32.size then return .regular (← height.getNat?).toUInt32 else throw "The height is too large."

def constructorVal : Read ConstructorVal := do
  return { ← tables.constant json with
    induct := ← tables.name json "induct", cidx := ← field json Nat "cidx", numParams := ← field json Nat "numParams"
    numFields := ← field json Nat "numFields", isUnsafe := false }

def inductiveVal (levelParams : List Name) (numParams : Nat) : Read InductiveVal := do
  return {
    name := ← tables.name json "name", levelParams, type := ← tables.term json "type", numParams
    numIndices := ← field json Nat "numIndices", all := ← tables.namesOf json "all", ctors := ← tables.namesOf json "constructors"
    numNested := ← field json Nat "numNested", isRec := ← field json Bool "isRec", isUnsafe := false
    isReflexive := ← field json Bool "isReflexive" }

def recursorVal : Read RecursorVal := do
  let rules ← (← field json (List Json) "rules").mapM fun rule => do
    return { ctor := ← tables.name rule "constructor", nfields := ← field rule Nat "numFields", rhs := ← tables.term rule "rhs" : RecursorRule }
  return { ← tables.constant json with
    all := ← tables.namesOf json "all", numParams := ← field json Nat "numParams", numIndices := ← field json Nat "numIndices"
    numMotives := ← field json Nat "numMotives", numMinors := ← field json Nat "numMinors", rules, k := ← field json Bool "k", isUnsafe := false }

/-- The declaration, and the constants that the sender says the kernel makes of it. -/
def declaration : Read (Declaration × List ConstantInfo) := do
  match ← field json String "kind" with
  | "axiom" => return (.axiomDecl { ← tables.constant json with isUnsafe := false }, [])
  | "definition" =>
    return (.defnDecl { ← tables.constant json with
      value := ← tables.term json "value", hints := ← hints json, safety := .safe, all := ← tables.namesOf json "all" }, [])
  | "theorem" =>
    return (.thmDecl { ← tables.constant json with value := ← tables.term json "value", all := ← tables.namesOf json "all" }, [])
  | "opaque" =>
    return (.opaqueDecl { ← tables.constant json with
      value := ← tables.term json "value", isUnsafe := false, all := ← tables.namesOf json "all" }, [])
  | "inductive" =>
    let levelParams ← tables.namesOf json "levelParams"
    let numParams ← field json Nat "numParams"
    let types ← (← field json (List Json) "types").mapM (tables.inductiveVal · levelParams numParams)
    let constructors ← (← field json (List Json) "constructors").mapM (tables.constructorVal ·)
    let recursors ← (← field json (List Json) "recursors").mapM (tables.recursorVal ·)
    let declared ← types.mapM fun type => do
      let ctors ← type.ctors.mapM fun ctor => do
        let some { name, type, .. } := constructors.find? (·.name == ctor) | throw s!"The constructor {ctor} is missing."
        return { name, type : Constructor }
      return { name := type.name, type := type.type, ctors : InductiveType }
    return (.inductDecl levelParams numParams declared false,
      types.map .inductInfo ++ constructors.map .ctorInfo ++ recursors.map .recInfo)
  | kind => throw s!"The kind {kind} is unknown."

end Tables

/-- Whether the kernel's constant is the claimed one: names of bound variables aside, in every field. -/
def isSame : ConstantInfo → ConstantInfo → Bool
  | .inductInfo a, .inductInfo b =>
    a.toConstantVal == b.toConstantVal && a.all == b.all && a.ctors == b.ctors && a.isUnsafe == b.isUnsafe && a.isRec == b.isRec
      && a.isReflexive == b.isReflexive && a.numParams == b.numParams && a.numIndices == b.numIndices && a.numNested == b.numNested
  | .ctorInfo a, .ctorInfo b => a == b
  | .recInfo a, .recInfo b => a == b
  | _, _ => false

/-- The fields of an answer that says no. -/
def refused (index : Nat) (name : Name) (reason : String) (undecided := false) : List (String × Json) :=
  [("ok", .bool false), ("undecided", .bool undecided), ("declaration", toJson index), ("name", .str name.toString), ("reason", .str reason)]

def isUndecided : Kernel.Exception → Bool
  | .deterministicTimeout | .excessiveMemory | .deepRecursion | .interrupted => true
  | _ => false

def replay (start : Kernel.Environment) (declarations : Array (Declaration × List ConstantInfo)) : IO (List (String × Json)) := do
  let mut env := start
  for h : i in [0:declarations.size] do
    let (declaration, claims) := declarations[i]
    let name := declaration.getTopLevelNames.headD .anonymous
    -- What is known already would not be made by this block.
    if let some claim := claims.find? fun claim => (env.find? claim.name).isSome then
      return refused i claim.name "already declared"
    match env.addDeclCore 0 declaration none with
    | .error e => return refused i name (← (e.toMessageData {}).toString) (isUndecided e)
    | .ok after => env := after
    for claim in claims do
      unless (env.find? claim.name).any (isSame claim) do
        return refused i claim.name "the kernel makes another constant of it"
    if let some (.inductInfo type) := claims.head? then
      unless (claims.countP fun | .recInfo _ => true | _ => false) == type.all.length + type.numNested do
        return refused i name "another number of recursors was listed than the kernel makes"
  return [("ok", .bool true), ("added", toJson declarations.size)]

def answer (text : String) : IO Json := do
  let request ← IO.ofExcept (do (← Json.parse text).getObjVal? "replay")
  let modules ← IO.ofExcept (field request (Array String) "imports")
  let began ← IO.monoMsNow
  let declarations ← IO.ofExcept do
    let tables ← readTables request
    (← field request (Array Json) "declarations").mapM (tables.declaration ·)
  let built ← IO.monoMsNow
  let env ← importModules ((#["Init"] ++ modules).map fun name => ({ module := name.toName } : Import)) {}
  let imported ← IO.monoMsNow
  let outcome ← replay env.toKernelEnv declarations
  let ended ← IO.monoMsNow
  return .mkObj [("replayed", .mkObj (outcome ++ [("build_ms", toJson (built - began)), ("kernel_ms", toJson (ended - imported))]))]

end Replay

def main : List String → IO UInt32
  | [path] => do
    initSearchPath (← findSysroot)
    let answer ← try Replay.answer (← IO.FS.readFile path) catch e => pure (.mkObj [("message", .str (toString e))])
    IO.println answer.compress
    return 0
  | _ => throw (IO.userError "usage: lean --run Replay.lean request.json")
