-- As hidden-recursion, with the computation in another type, in which the recursive one is nested.
set_option genSizeOf false
set_option genInjectivity false
def gate (h : true = true) (α : Type) : Type := Eq.rec (motive := fun _ _ => Type) α h
inductive Holder (α : Type) : Type
  | mk (held : gate rfl α) : Holder α
inductive Owner : Type
  | leaf : Owner
  | node (held : Holder Owner) : Owner
theorem t : ∃ _ : Owner, True := ⟨Owner.leaf, trivial⟩
