theorem t : Nat.gcd 2 4 = 7
