set_option autoImplicit true
theorem t (x : n) : ∃ f : Nat → n, f 0 = x := ⟨fun _ => x, rfl⟩
