def Bigger (a b : Nat) : Prop := a < b
theorem t : Bigger 2 1
