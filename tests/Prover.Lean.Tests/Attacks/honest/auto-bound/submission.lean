theorem t {α : Type _} (xs ys : List α) : (xs ++ ys).length = xs.length + ys.length := by simp
