def Bigger (a b : Nat) : Prop := b < a
theorem t : Bigger 2 1 := by unfold Bigger; decide
