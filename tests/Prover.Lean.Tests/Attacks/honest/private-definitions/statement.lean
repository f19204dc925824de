theorem t (n : Nat) : n + n = 2 * n
