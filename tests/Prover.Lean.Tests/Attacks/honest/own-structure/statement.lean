structure Point where
  x : Nat
  y : Nat
  deriving DecidableEq, Repr
def Point.swap (p : Point) : Point := ⟨p.y, p.x⟩
theorem t (p : Point) : p.swap.swap = p
