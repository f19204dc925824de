/-
x y : ℤ
h₀ : 0 < y
h₁ : y < x
h₂ : x + y + x * y = 80
⊢ x = 26
-/
by
  first
  | (
      apply Classical.byContradiction; intro hng
      have hnn_x : 0 ≤ x := by omega
      obtain ⟨x_k, rfl⟩ : ∃ k : Nat, x = k := ⟨x.toNat, by omega⟩
      have hnn_y : 0 ≤ y := by omega
      obtain ⟨y_k, rfl⟩ : ∃ k : Nat, y = k := ⟨y.toNat, by omega⟩
      try have hf0 : x_k * y_k = y_k * x_k := Nat.mul_comm x_k y_k
      try have hf1 : x_k + y_k ≤ x_k * y_k + 1 := by (rcases x_k with _ | u; · omega); (rcases y_k with _ | w; · omega); simp only [Nat.add_mul, Nat.mul_add] at *; omega
      try have hf2 : x_k ≤ x_k * y_k := Nat.le_mul_of_pos_right x_k (by omega)
      try have hf3 : y_k ≤ x_k * y_k := Nat.le_mul_of_pos_left y_k (by omega)
      have hgate_x : x_k < 101 := by omega
      have hgate_y : y_k < 101 := by omega
      first
      | have hb_x : x_k < 4 := by omega
      | have hb_x : x_k < 7 := by omega
      | have hb_x : x_k < 11 := by omega
      | have hb_x : x_k < 15 := by omega
      | have hb_x : x_k < 20 := by omega
      | have hb_x : x_k < 27 := by omega
      | have hb_x : x_k < 37 := by omega
      | have hb_x : x_k < 50 := by omega
      | have hb_x : x_k < 75 := by omega
      | have hb_x : x_k < 101 := by omega
      | fail
      first
      | have hb_y : y_k < 4 := by omega
      | have hb_y : y_k < 7 := by omega
      | have hb_y : y_k < 11 := by omega
      | have hb_y : y_k < 15 := by omega
      | have hb_y : y_k < 20 := by omega
      | have hb_y : y_k < 27 := by omega
      | have hb_y : y_k < 37 := by omega
      | have hb_y : y_k < 50 := by omega
      | have hb_y : y_k < 75 := by omega
      | have hb_y : y_k < 101 := by omega
      | fail
      try clear hf0
      try clear hf1
      try clear hf2
      try clear hf3
      try clear hgate_x
      try clear hgate_y
      try clear hnn_x
      try clear hnn_y
      have H := And.intro h₂ (And.intro h₀ (And.intro h₁ (hng)))
      clear h₂ h₀ h₁ hng
      revert H
      revert hb_y; revert y_k
      revert hb_x; revert x_k
      set_option synthInstance.maxHeartbeats 200000 in set_option synthInstance.maxSize 5000 in decide +kernel
    )
  | fail
