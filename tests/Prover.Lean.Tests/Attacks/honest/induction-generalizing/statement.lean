def go : List Nat → Nat → Nat | [], a => a | x :: xs, a => go xs (a + x)
theorem t (xs : List Nat) (a : Nat) : go xs a = go xs 0 + a
