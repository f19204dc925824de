theorem t {a b : Nat} (h : a = b) : b = a
