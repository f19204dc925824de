theorem A.B.t (n : Nat) : n ≤ n + 1
