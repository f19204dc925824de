def cc : Bool := decide (2 + 2 = 4)
theorem t : 2 + 2 = 4 := of_decide_eq_true (Lean.ofReduceBool cc true rfl)
