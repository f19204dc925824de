/-
n : ℤ
h₀ : (n - 1) * n * (n + 1) = 720
⊢ n = 10
-/
by
  first
  | (
      have hb0 : n < 16 := by
        apply Int.lt_of_not_ge; intro hh
        obtain ⟨m, rfl⟩ : ∃ k : Nat, n = (k:Int) + 16 := ⟨(n - 16).toNat, by omega⟩
        have hm2 := Int.mul_nonneg (Int.natCast_nonneg m) (Int.natCast_nonneg m)
        have hm3 := Int.mul_nonneg hm2 (Int.natCast_nonneg m)
        grind
      have hb1 : -16 < n := by
        apply Int.lt_of_not_ge; intro hh
        obtain ⟨m, rfl⟩ : ∃ k : Nat, n = -(k:Int) - 16 := ⟨(-n - 16).toNat, by omega⟩
        have hm2 := Int.mul_nonneg (Int.natCast_nonneg m) (Int.natCast_nonneg m)
        have hm3 := Int.mul_nonneg hm2 (Int.natCast_nonneg m)
        grind
      obtain ⟨K, rfl⟩ : ∃ k : Nat, n = (k:Int) - 16 := ⟨(n + 16).toNat, by omega⟩
      have hK : K < 32 := by omega
      clear hb0 hb1
      apply Classical.byContradiction; intro hng
      have H := And.intro h₀ (hng)
      clear h₀ hng
      revert H
      revert hK; revert K
      set_option synthInstance.maxHeartbeats 200000 in set_option synthInstance.maxSize 5000 in decide +kernel
    )
  | fail
