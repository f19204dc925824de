theorem t (n : Nat) (h : n % 4 = 3) : n % 2 = 1
