def iterate (f : Nat → Nat) : Nat → Nat | 0 => f 1 | n + 1 => f (iterate f n)
def ack : Nat → Nat → Nat | 0 => Nat.succ | m + 1 => iterate (ack m)
theorem t : (1:Nat) = 2 := absurd (rfl : ack 4 3 = ack 4 3) (by decide +kernel)
