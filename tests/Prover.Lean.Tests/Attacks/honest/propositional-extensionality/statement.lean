theorem t (p : Prop) : (p ∧ True) = p
