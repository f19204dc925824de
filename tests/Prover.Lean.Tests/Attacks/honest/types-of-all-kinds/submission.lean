-- Nested, reflexive, mutual and indexed types; structures of any sort; classes with defaults; what `deriving` makes of them.
structure Pair.{u, v} (α : Sort u) (β : Sort v) : Sort (max 1 u v) where
  first : α
  second : β

inductive Rose (α : Type u) : Type u
  | node : α → List (Rose α) → Rose α
  | table : (Nat → Option (α × Rose α)) → Rose α

inductive Deep where
  | leaf : Deep
  | all : Array (Except String (Deep × Nat)) → Deep
  | dependent : (Σ _ : Fin 3, List Deep) → Deep

mutual
  inductive Even : Nat → Prop
    | zero : Even 0
    | next : Odd n → Even (n + 1)
  inductive Odd : Nat → Prop
    | next : Even n → Odd (n + 1)
end

mutual
  inductive Term' (α : Type)
    | var : α → Term' α
    | call : String → Terms α → Term' α
  inductive Terms (α : Type)
    | nil : Terms α
    | cons : Term' α → Terms α → Terms α
end

abbrev Collection (α : Type) := α → Prop
abbrev Wrapped := Nat
inductive Reach : Collection Wrapped
  | start : Reach 0
  | step : Reach n → Reach (n + 2)

inductive Ordinal
  | zero | succ (o : Ordinal) | limit (f : Nat → Ordinal)

inductive Color | red | green | blue
  deriving Repr, BEq, DecidableEq, Inhabited, Hashable, Ord

structure Point where
  x : Nat
  y : Nat := x + 1
  deriving Repr, BEq, DecidableEq, Hashable, Inhabited

class Shape (α : Type u) where
  area : α → Nat
  doubled : α → Nat := fun a => 2 * area a
  law : ∀ a, doubled a = 2 * area a := by intros; rfl

instance : Shape Point where
  area p := p.x * p.y

class Bigger (α : Type u) extends Shape α, Inhabited α

inductive Vec (α : Type u) : Nat → Type u
  | nil : Vec α 0
  | cons : α → Vec α n → Vec α (n + 1)
  deriving Repr

def Vec.toList : Vec α n → List α
  | .nil => []
  | .cons a v => a :: v.toList

noncomputable def chosen : Nat := Classical.choice ⟨3⟩

inductive Tree where
  | node : List Tree → Tree

mutual
def Tree.size : Tree → Nat
  | .node ts => 1 + Tree.sizes ts
def Tree.sizes : List Tree → Nat
  | [] => 0
  | t :: ts => t.size + Tree.sizes ts
end

partial def loop (n : Nat) : Nat := loop (n + 1)

def ack : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ack m 1
  | m + 1, n + 1 => ack m (ack (m + 1) n)
termination_by m n => (m, n)

def mod3 : Setoid Nat := ⟨fun a b => a % 3 = b % 3, fun _ => rfl, fun h => h.symm, fun h g => h.trans g⟩
def Mod3 := Quotient mod3

theorem t : (∀ n, Reach n → n % 2 = 0) ∧ (Shape.doubled (Point.mk 2 3) = 12) ∧ (Quotient.mk mod3 1 = Quotient.mk mod3 4) := by
  refine ⟨fun n h => ?_, rfl, Quotient.sound rfl⟩
  induction h with
  | start => rfl
  | @step n _ ih => exact (Nat.add_mod_right n 2).trans ih
