/-
t : ℕ → ℚ
h₀ : t 1 = 20
h₁ : t 2 = 21
h₂ : ∀ (n : ℕ), n ≥ 3 → t n = (5 * t (n - 1) + 1) / (25 * t (n - 2))
⊢ (t 2020).num = 101
-/
by
  first
  | (
      have v3 : t 3 = 53 / 250 := by have e := h₂ (3) (by omega); simp at e; grind
      have v4 : t 4 = 103 / 26250 := by have e := h₂ (4) (by omega); simp at e; grind
      have v5 : t 5 = 101 / 525 := by have e := h₂ (5) (by omega); simp at e; grind
      have C : ∀ k, t (5 * k + 1) = 20 ∧ t (5 * k + 2) = 21 ∧ t (5 * k + 3) = 53 / 250 ∧ t (5 * k + 4) = 103 / 26250 ∧ t (5 * k + 5) = 101 / 525 := by
        intro k
        induction k with
        | zero => simp only [Nat.mul_zero, Nat.zero_add]; exact ⟨h₀, h₁, v3, v4, v5⟩
        | succ k ih =>
          obtain ⟨f1, f2, f3, f4, f5⟩ := ih
          have f6 : t (5 * k + 6) = 20 := by have e := h₂ (5 * k + 6) (by omega); simp [f4, f5] at e; first | exact e | (rw [e]; done) | (rw [e]; grind) | grind
          have f7 : t (5 * k + 7) = 21 := by have e := h₂ (5 * k + 7) (by omega); simp [f5, f6] at e; first | exact e | (rw [e]; done) | (rw [e]; grind) | grind
          have f8 : t (5 * k + 8) = 53 / 250 := by have e := h₂ (5 * k + 8) (by omega); simp [f6, f7] at e; first | exact e | (rw [e]; done) | (rw [e]; grind) | grind
          have f9 : t (5 * k + 9) = 103 / 26250 := by have e := h₂ (5 * k + 9) (by omega); simp [f7, f8] at e; first | exact e | (rw [e]; done) | (rw [e]; grind) | grind
          have f10 : t (5 * k + 10) = 101 / 525 := by have e := h₂ (5 * k + 10) (by omega); simp [f8, f9] at e; first | exact e | (rw [e]; done) | (rw [e]; grind) | grind
          simp only [Nat.mul_succ]
          refine ⟨by (have hi : 5 * k + 5 + 1 = 5 * k + 6 := (by omega); rw [hi]; exact f6),
            by (have hi : 5 * k + 5 + 2 = 5 * k + 7 := (by omega); rw [hi]; exact f7),
            by (have hi : 5 * k + 5 + 3 = 5 * k + 8 := (by omega); rw [hi]; exact f8),
            by (have hi : 5 * k + 5 + 4 = 5 * k + 9 := (by omega); rw [hi]; exact f9),
            by (have hi : 5 * k + 5 + 5 = 5 * k + 10 := (by omega); rw [hi]; exact f10)⟩
      have a0 : t 2020 = 101 / 525 := by
        have c := C 403
        simp only [Nat.reduceMul, Nat.reduceAdd] at c
        simp only [c]
      clear C
      simp only [a0]
      first | done | omega | decide | rfl | (set_option synthInstance.maxHeartbeats 200000 in set_option synthInstance.maxSize 5000 in decide +kernel) | grind
    )
  | fail
