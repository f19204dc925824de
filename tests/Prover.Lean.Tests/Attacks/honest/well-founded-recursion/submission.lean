theorem half (n : Nat) (h : 0 < n) : n / 2 < n := by omega
theorem t (n : Nat) : n < 2 ^ n :=
  if h : n = 0 then by simp [h] else by
    have := t (n - 1)
    have e : 2 ^ n = 2 ^ (n - 1) * 2 := by
      rw [← Nat.pow_succ, Nat.succ_eq_add_one, Nat.sub_add_cancel (by omega)]
    omega
termination_by n
decreasing_by omega
