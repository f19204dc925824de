/-- info: 2 -/
#guard_msgs in
#reduce 1 + 1
theorem t (n : Nat) : n + 0 = n := rfl
