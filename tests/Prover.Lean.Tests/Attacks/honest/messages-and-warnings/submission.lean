#check Nat
#print axioms Nat.add_zero
theorem unused (m : Nat) (h : m = m) : True := trivial
theorem t (n : Nat) : n + 0 = n := by simp
#print axioms t
