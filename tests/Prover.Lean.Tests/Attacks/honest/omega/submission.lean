theorem t (a b c : Int) (h : 2 * a + 3 * b = 7) (k : a - b = 1) : 5 * a = 10 ∧ c = c := by omega
