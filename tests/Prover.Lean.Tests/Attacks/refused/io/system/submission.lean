@[extern "x", export system] opaque system (command : String) : Nat
macro "try" : term => if system "touch /tmp/prover-attack" == 0 then `(rfl) else `(sorry)
theorem t : (1:Nat) = 2 := try
