axiom bad : False
structure W where
  w : Nat
  h : False
instance : Inhabited W := ⟨bad.elim⟩
theorem t : (1:Nat) = 2 := (default : W).h.elim
