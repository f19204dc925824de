opaque secret : Nat
theorem t : secret = 0
