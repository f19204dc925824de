/-
n : Nat
⊢ (if n = 0 then 1 else n) > 0
-/
by
  (repeat' split) <;> first | omega | (simp_all; done) | grind
