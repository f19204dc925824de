def go : List Nat → Nat → Nat | [], a => a | x :: xs, a => go xs (a + x)
theorem t (xs : List Nat) (a : Nat) : go xs a = go xs 0 + a := by
  induction xs generalizing a with
  | nil => simp [go]
  | cons x xs ih => rw [go, go, ih, ih (0 + x)]; omega
