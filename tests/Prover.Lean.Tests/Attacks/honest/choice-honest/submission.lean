theorem t (p : Prop) : p ∨ ¬ p := Classical.em p
