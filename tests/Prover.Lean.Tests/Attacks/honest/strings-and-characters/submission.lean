theorem t : "a\"b".length = 3 ∧ 'x' ≠ 'y' ∧ "ß" ≠ "ss" := by refine ⟨by decide, by decide, by decide⟩
