import Std.Data.HashMap
theorem t : (∅ : Std.HashMap Nat Nat).size = 0 := by simp
