theorem anything (a b : Nat) : a * b = b * a := Nat.mul_comm a b
