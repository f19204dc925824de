theorem t [h : HAdd Nat Nat Nat] (a b : Nat) (e : ∀ a b : Nat, h.hAdd a b = b := by assumption) : a + b = b := e a b
