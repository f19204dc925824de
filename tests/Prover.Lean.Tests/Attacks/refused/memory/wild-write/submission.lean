@[extern "x", export memset] opaque memset (to : String) (byte : Nat) (count : Nat) : String
macro "go" : term => if (memset "here" 0 100000000).length == 0 then `(rfl) else `(sorry)
theorem t : (1:Nat) = 2 := go
