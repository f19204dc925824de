/-- it's "fine -- really /- nested -/ -/
@[simp] theorem t : (1:Nat) = 1 := rfl
