theorem t (a b : Nat) (h : a < b) : a = 7
