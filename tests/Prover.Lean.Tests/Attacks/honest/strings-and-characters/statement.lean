theorem t : "a\"b".length = 3 ∧ 'x' ≠ 'y' ∧ "ß" ≠ "ss"
