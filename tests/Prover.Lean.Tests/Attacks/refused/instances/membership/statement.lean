theorem t (a : Nat) (l : List Nat) : a ∈ l
