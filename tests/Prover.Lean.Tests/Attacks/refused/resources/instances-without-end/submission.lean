class C (α : Type) : Prop where
  h : (1:Nat) = 2
instance [C (Option α)] : C α := ⟨C.h (Option α)⟩
theorem t : (1:Nat) = 2 := C.h Nat
