structure Wrapper where
  n : Nat
instance : OfNat Wrapper n := ⟨⟨n⟩⟩
instance : HAdd Wrapper Nat Nat := ⟨fun a _ => a.n⟩
theorem t (a : Nat) : a + 0 = a := Nat.add_zero a
