theorem t (p : Nat → Prop) (h : ∃ n, p n ∧ 2 < n) : ∃ m, 1 < m ∧ (p m ∨ False)
