axiom bad : False
opaque o : { p : Prop // p ∧ ∀ q : Prop, q } := bad.elim
theorem t : (1:Nat) = 2 := o.2.2 _
