def down : (n : Nat) → ((m : Nat) → m < n → Bool) → Bool
  | 0, _ => true
  | n + 1, below => below n (Nat.lt_succ_self n)
def pick (n : Nat) (h : Acc (· < ·) n) : Bool := Acc.rec (fun n _ below => down n below) h
opaque acc : Acc (α := Nat) (· < ·) 1 := Nat.lt_wfRel.wf.apply 1
def x := pick 1 acc
def y := pick 1 (Acc.intro 1 fun _ => Acc.inv acc)
def z := pick 0 (Acc.inv acc (Nat.lt_succ_self 0))
theorem pick_true (n : Nat) (h : Acc (· < ·) n) : pick n h = true := by
  induction h with
  | intro n _ ih => cases n with
    | zero => rfl
    | succ n => exact ih n (Nat.lt_succ_self n)
def XY : Prop := x = y
def XZ : Prop := x = z
opaque xz : XZ := (pick_true _ _).trans (pick_true _ _).symm
def kind (h : XY) : Type := Eq.rec (motive := fun _ _ => Type) Prop h
inductive Box : (h : XY) → kind h | mk (h : XY) (b : Bool) : Box h
def boxed (h : XY) : Prop := Box h
def Q : Prop := boxed xz
def look (q : Q) : Bool := by unfold Q boxed at q; exact q.1
def boxOf (h : XY) (b : Bool) : boxed h := Box.mk h b
def box (b : Bool) : Q := boxOf xz b
theorem look_box (b : Bool) : look (box b) = b := rfl
theorem t : False :=
  Bool.noConfusion ((look_box true).symm.trans ((congrArg look (proof_irrel (box true) (box false))).trans (look_box false)))
