theorem t (α : Type 1) (a b : α) (h : a = b) : b = a := h.symm
