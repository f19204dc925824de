macro "arith" : tactic => `(tactic| first | omega | simp_all)
theorem t (a b : Nat) (h : a < b) : a ≤ b := by arith
