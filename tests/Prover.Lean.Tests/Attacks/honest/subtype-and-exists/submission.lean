theorem t : ∃ x : { n : Nat // 3 < n }, x.1 < 5 := ⟨⟨4, by decide⟩, by decide⟩
