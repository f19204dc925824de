/-
x y : Rat
h : 0 < x
⊢ 4 * (x * y) ≤ (x + y) ^ 2
-/
by
  first
  | (
      have hsqRat : ∀ e : Rat, 0 ≤ e * e := by
        intro e; rcases (show 0 ≤ e ∨ 0 ≤ -e by grind) with hp | hp
        · exact Rat.mul_nonneg hp hp
        · have := Rat.mul_nonneg hp hp; grind
      have := hsqRat (x - y)
      have := hsqRat (x)
      have := hsqRat (y)
      have := hsqRat (x + y)
      have := hsqRat (x - 1)
      have := hsqRat (y - 1)
      try have := Rat.mul_nonneg (show 0 ≤ x by grind) (show 0 ≤ x by grind)
      clear hsqRat
      grind
    )
  | fail
