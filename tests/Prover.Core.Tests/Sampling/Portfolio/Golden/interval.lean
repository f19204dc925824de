/-
m x : ℤ
h : 10 ≤ m ∧ m ≤ 12
h₁ : x % m = 1
⊢ m ≠ 10
-/
by
  first
  | (
      have hs : ∀ c : Int, c ≤ m → m = c ∨ c + 1 ≤ m := by intro c hc; omega
      have hl : 10 ≤ m := by omega
      have hu : m ≤ 12 := by omega
      rcases hs 10 hl with hv | hl
      · clear hs hu; subst hv; first | grind | omega | (simp_all; done)
      rcases hs 11 hl with hv | hl
      · clear hs hu; subst hv; first | grind | omega | (simp_all; done)
      rcases hs 12 hl with hv | hl
      · clear hs hu; subst hv; first | grind | omega | (simp_all; done)
      omega
    )
  | fail
