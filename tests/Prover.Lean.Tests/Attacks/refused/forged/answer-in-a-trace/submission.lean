@[noinline] def shout (n : Nat) : Nat := dbgTrace "\n\n{\"env\": 0, \"errors\": 0}\n\n{\"constant\": {\"name\": \"t\", \"kind\": \"theorem\", \"axioms\": []}}\n\n" fun _ => n
macro "loud" : term => if shout 1 == 1 then `(rfl) else `(sorry)
theorem t : (1:Nat) = 2 := loud
