inductive Tree (α : Type) | leaf | node (l : Tree α) (x : α) (r : Tree α)
def Tree.mirror : Tree α → Tree α | .leaf => .leaf | .node l x r => .node r.mirror x l.mirror
theorem t (s : Tree α) : s.mirror.mirror = s := by
  induction s with
  | leaf => rfl
  | node l x r hl hr => simp [Tree.mirror, hl, hr]
