def zero : Nat := 0
def one : Nat := 1
axiom same : @zero = @one
attribute [csimp] same
theorem t : (0:Nat) = 1 := by
  have h : (zero == 1) = true := by native_decide
  exact eq_of_beq h
