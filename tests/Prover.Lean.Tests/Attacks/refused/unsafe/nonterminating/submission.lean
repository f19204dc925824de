def f (n : Nat) : (1:Nat) = 2 := f (n + 1)
theorem t : (1:Nat) = 2 := f 0
