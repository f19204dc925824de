/-- Odd numbers. -/
def Odd' (n : Nat) : Prop := n % 2 = 1
theorem odd_of (n : Nat) (h : n % 4 = 3) : Odd' n := by unfold Odd'; omega
example : Odd' 3 := rfl
theorem t (n : Nat) (h : n % 4 = 3) : n % 2 = 1 := odd_of n h
theorem after : True := trivial
