/- theorem t : (1:Nat) = 2 := rfl -/
theorem u : True := trivial
-- theorem t : (1:Nat) = 2
