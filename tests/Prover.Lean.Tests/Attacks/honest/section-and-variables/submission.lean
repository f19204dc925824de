section
variable (α : Type) {β : Type}
theorem t (l : List α) : l ++ [] = l := by simp
end
