def ack : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ack m 1
  | m + 1, n + 1 => ack m (ack (m + 1) n)
termination_by structural m => m
theorem t : True := have : ack 4 3 = 0 := by decide +kernel; trivial
