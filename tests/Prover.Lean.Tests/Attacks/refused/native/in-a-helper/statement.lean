theorem t (n : Nat) (h : n = 100) : n % 7 = 2
