set_option exponentiation.threshold 100000000000
theorem t : (3:Nat) ^ 2 ^ 24 % 1000 = 0 := by decide +kernel
