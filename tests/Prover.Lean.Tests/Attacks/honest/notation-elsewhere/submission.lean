local infixl:65 " ⊕⊕ " => Nat.add
theorem aux (a b : Nat) : a ⊕⊕ b = b ⊕⊕ a := Nat.add_comm a b
theorem t (a b : Nat) : a + b = b + a := aux a b
