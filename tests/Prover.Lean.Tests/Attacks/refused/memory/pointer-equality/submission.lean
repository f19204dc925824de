unsafe def same (a b : Nat) : Bool := ptrAddrUnsafe a == ptrAddrUnsafe b
@[implemented_by same] def same' (_ _ : Nat) : Bool := true
theorem t : (1:Nat) = 2 := by
  have h : same' 1 2 = true := rfl
  exact absurd h (by decide)
