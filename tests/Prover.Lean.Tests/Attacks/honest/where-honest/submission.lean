theorem t (n : Nat) : n + 0 = n := go n
where
  go (m : Nat) : m + 0 = m := rfl
