/-
n : ℕ
⊢ (21 * n + 4).gcd (14 * n + 3) = 1
-/
by
  first
  | (
      have hd : Nat.gcd (21 * n + 4) (14 * n + 3) ∣ 3 * (14 * n + 3) - 2 * (21 * n + 4) := Nat.dvd_sub (Nat.dvd_mul_left_of_dvd (Nat.gcd_dvd_right (21 * n + 4) (14 * n + 3)) 3) (Nat.dvd_mul_left_of_dvd (Nat.gcd_dvd_left (21 * n + 4) (14 * n + 3)) 2)
      have he : 3 * (14 * n + 3) - 2 * (21 * n + 4) = 1 := by omega
      rw [he] at hd
      have hle := Nat.le_of_dvd (by decide) hd
      first | omega | (revert hd; revert hle; generalize Nat.gcd (21 * n + 4) (14 * n + 3) = q; revert q; set_option synthInstance.maxHeartbeats 200000 in set_option synthInstance.maxSize 5000 in decide +kernel)
    )
  | fail
