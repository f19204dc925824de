/-
n : Nat
⊢ ∃ m, n < m
-/
by
  first
  | (
      first
      | exact ⟨n, by first | omega | (simp_all; done) | grind⟩
      | exact ⟨n + 1, by first | omega | (simp_all; done) | grind⟩
      | exact ⟨2 * n, by first | omega | (simp_all; done) | grind⟩
      | exact ⟨n - 1, by first | omega | (simp_all; done) | grind⟩
      | exact ⟨n / 2, by first | omega | (simp_all; done) | grind⟩
      | exact ⟨n * n, by first | omega | (simp_all; done) | grind⟩
      | fail
    )
  | fail
