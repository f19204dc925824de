theorem t (a b : Nat) : (a + b) * (a + b) = a * a + 2 * (a * b) + b * b
