theorem t (a b c : Nat) (h : a < b) (k : b ≤ c) : a < c
