theorem t (α : Type) [i : BEq α] [j : LawfulBEq α] (a b : α) (h : (a == b) = true) : a = b := j.eq_of_beq h
