theorem t (p : Prop) : p ∨ ¬ p
