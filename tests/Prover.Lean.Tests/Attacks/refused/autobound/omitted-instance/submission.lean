variable [h : Add Nat] (comm : ∀ a b : Nat, h.add a b = h.add b a)
include comm
theorem t (a b : Nat) : a + b = b + a := comm a b
