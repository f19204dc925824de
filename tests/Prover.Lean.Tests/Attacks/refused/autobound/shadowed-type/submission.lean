variable (Nat : Type) [Subsingleton Nat]
theorem t (a b : Nat) : a = b := Subsingleton.elim a b
