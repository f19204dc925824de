structure Prime where
  n : Nat
  h : 0 < n
theorem t : ∀ p : Prime, 0 < p.n := fun p => p.h
