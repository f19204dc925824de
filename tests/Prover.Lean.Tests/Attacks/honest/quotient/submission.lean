def mod3 : Setoid Nat := ⟨fun a b => a % 3 = b % 3, ⟨fun _ => rfl, Eq.symm, Eq.trans⟩⟩
theorem t : Quotient.mk mod3 1 = Quotient.mk mod3 4 := Quotient.sound rfl
