/-
p q : Prop
⊢ (p → q) ∨ (q → p)
-/
by
  by_cases htt_p : p <;> by_cases htt_q : q <;> first | (simp_all; done) | grind
