/-
x y : ℤ
⊢ x - y ∣ x ^ 3 - y ^ 3
-/
by
  exact ⟨(1) * y ^ 2 + (1) * x ^ 1 * y ^ 1 + (1) * x ^ 2, by grind⟩
