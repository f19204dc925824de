theorem t : ∃ x : { n : Nat // 3 < n }, x.1 < 5
