def zero : HMul Nat Nat Nat := ⟨fun _ _ => 0⟩
attribute [local instance 10000] zero
theorem t (a b : Nat) : a * b = 0 := rfl
