theorem Nat.mine (n : Nat) : n ≤ n * n + n
