theorem t (n : Nat) (hn : n < 0) : n = 0 := absurd hn (Nat.not_lt_zero n)
