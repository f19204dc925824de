theorem aux (n : Nat) : (match n with | 0 => 0 | k+1 => k) ≤ n := by cases n <;> simp
theorem t (n : Nat) : (match n with | 0 => 0 | k+1 => k) ≤ n := aux n
