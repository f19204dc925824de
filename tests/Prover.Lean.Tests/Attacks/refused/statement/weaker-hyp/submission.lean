theorem t (a b : Nat) (h : a < b) (h2 : b < a) : a = 7 := by omega
