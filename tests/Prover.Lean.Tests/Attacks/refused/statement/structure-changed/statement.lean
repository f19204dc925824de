structure Prime where
  n : Nat
  h : 1 < n
theorem t : ∀ p : Prime, 0 < p.n
