theorem t (f : Nat → Nat) (h : ∀ n, f n = f (n + 1)) : f 0 = 1
