axiom riemann : ∀ n : Nat, n = 0
theorem t : (1:Nat) + 1 = 2 := rfl
