/-
m n : Nat
h : m ∣ n
hn : 0 < n
⊢ m ≤ n
-/
by
  first
  | (
      try have hle0 := Nat.le_of_dvd (by first | omega | grind) h
      first | omega | grind
    )
  | fail
