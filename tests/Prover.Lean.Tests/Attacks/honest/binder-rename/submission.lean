theorem t (x y : Nat) (hh : x ≤ y) : x ≤ y + 1 := by omega
