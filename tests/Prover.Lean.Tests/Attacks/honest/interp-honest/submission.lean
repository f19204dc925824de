def s (n : Nat) := s!"{n} -- {"a"} /- "
theorem t : (1:Nat) = 1 := rfl
