structure Own where
  n : Nat
theorem sums (x : Nat) : x * 0 + (List.range 100).foldl (· + ·) 0 = 4950 := by simp +decide
theorem t (a b c d e f g : Int) (h1 : 3*a + 5*b - 7*c = 11) (h2 : 2*a - b + 4*c ≤ 5) (h3 : d + e + f = g) (h4 : g < d + e) (h5 : a = 2 * d) : f < 0 ∧ 3 * a + 5*b = 7*c + 11 := by omega
