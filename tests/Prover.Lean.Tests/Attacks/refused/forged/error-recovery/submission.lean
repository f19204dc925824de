theorem t : (1:Nat) = 2 ∧ True := ⟨by decide, trivial⟩
