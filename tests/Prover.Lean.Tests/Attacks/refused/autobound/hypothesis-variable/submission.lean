variable (h : ∀ a b : Nat, a = b)
include h
theorem t (a b : Nat) : a = b := h a b
