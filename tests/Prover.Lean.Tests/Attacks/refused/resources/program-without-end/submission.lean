partial def spin (n : Nat) : Nat := spin (n + 1)
macro "wait" : term => if spin 0 == 0 then `(rfl) else `(sorry)
theorem t : (1:Nat) = 2 := wait
