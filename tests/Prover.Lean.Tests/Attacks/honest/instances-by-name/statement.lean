theorem t (α : Type) [BEq α] [LawfulBEq α] (a b : α) (h : (a == b) = true) : a = b
