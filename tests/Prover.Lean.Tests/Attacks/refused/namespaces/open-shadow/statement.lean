theorem t : Nat.le 2 1
