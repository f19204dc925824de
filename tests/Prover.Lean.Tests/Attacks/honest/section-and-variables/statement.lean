theorem t (α : Type) (l : List α) : l ++ [] = l
