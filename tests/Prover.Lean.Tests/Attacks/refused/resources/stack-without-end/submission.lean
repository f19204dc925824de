partial def deep (n : Nat) : Nat := deep (n + 1) + 1
macro "wait" : term => if deep 0 == 0 then `(rfl) else `(sorry)
theorem t : (1:Nat) = 2 := wait
