theorem t : (1:Nat) = 2 := by
  fail_if_success rfl
  first | done | skip
