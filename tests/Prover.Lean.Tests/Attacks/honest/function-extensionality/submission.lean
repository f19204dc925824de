theorem t : (fun n : Nat => n + 0) = (fun n => 0 + n) := by funext n; simp
