instance (priority := high) : Membership Nat (List Nat) := ⟨fun _ _ => True⟩
theorem t (a : Nat) (l : List Nat) : a ∈ l := trivial
