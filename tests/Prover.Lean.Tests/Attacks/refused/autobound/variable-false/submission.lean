variable (h : False)
include h
theorem t : (1:Nat) = 2 := h.elim
