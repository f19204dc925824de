-- Plain text: whether `held` is a recursive argument is left to the kernel's own computing, once for each pass over the type.
set_option genSizeOf false
set_option genInjectivity false
def gate (h : true = true) (α : Type) : Type := Eq.rec (motive := fun _ _ => Type) α h
inductive Owner : Type
  | leaf : Owner
  | node (held : gate rfl Owner) : Owner
theorem t : ∃ _ : Owner, True := ⟨Owner.leaf, trivial⟩
