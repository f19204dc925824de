/-- error: Tactic `decide` proved that the proposition
  1 = 2
is false -/
#guard_msgs in
theorem t : (1:Nat) = 2 := by decide
