def tn (_ : Unit) : Nat := 1
@[implemented_by tn] def fn (_ : Unit) : Nat := 0
def n1 : Nat := fn ()
def n2 : Nat := 0
theorem hc : n1 = n2 := by unfold n1 fn n2; rfl
theorem h3 : Lean.reduceNat n1 = Lean.reduceNat n2 := congrArg Lean.reduceNat hc
theorem h1 : Lean.reduceNat n1 = 1 := by rfl
theorem h2 : Lean.reduceNat n2 = 0 := by rfl
theorem t : False := Nat.noConfusion ((h1.symm.trans h3).trans h2)
