def tt (_ : Unit) : Bool := true
@[implemented_by tt] def ff (_ : Unit) : Bool := false
def c : Bool := ff ()
def c' : Bool := false
theorem hc : c = c' := by unfold c ff c'; rfl
theorem h3 : Lean.reduceBool c = Lean.reduceBool c' := congrArg Lean.reduceBool hc
theorem h1 : Lean.reduceBool c = true := by rfl
theorem h2 : Lean.reduceBool c' = false := by rfl
theorem t : False := Bool.noConfusion ((h1.symm.trans h3).trans h2)
