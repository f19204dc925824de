partial def loop (n : Nat) : False := loop (n + 1)
theorem t : False := loop 0
