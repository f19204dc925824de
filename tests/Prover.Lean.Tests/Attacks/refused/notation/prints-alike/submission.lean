def Any (_ _ : Nat) : Prop := True
local infix:50 (priority := high) " ∣ " => Any
theorem t (a : Nat) : a ∣ 1 := trivial
