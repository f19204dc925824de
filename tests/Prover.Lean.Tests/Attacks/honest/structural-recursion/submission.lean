theorem t : (n : Nat) → 0 + n = n
  | 0 => rfl
  | n + 1 => congrArg (· + 1) (t n)
