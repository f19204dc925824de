@[simp] theorem map_same (xs : List Nat) : xs.map (fun x => x) = xs := by induction xs <;> simp_all
theorem t (xs : List Nat) : (xs.map (fun x => x)).reverse.reverse = xs := by simp
