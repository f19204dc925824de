theorem t (p : Nat → Prop) (h : ∃ n, p n ∧ 2 < n) : ∃ m, 1 < m ∧ (p m ∨ False) := by
  obtain ⟨n, hp, hn⟩ := h
  rcases Nat.lt_or_ge 1 n with h | h
  · exact ⟨n, h, .inl hp⟩
  · omega
