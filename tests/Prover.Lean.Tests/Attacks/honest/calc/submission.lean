theorem t (a b c : Nat) (h : a < b) (k : b ≤ c) : a < c :=
  calc a < b := h
    _ ≤ c := k
