theorem t : True := trivial
#exit
theorem t2 : (1:Nat) = 2 := nonsense
