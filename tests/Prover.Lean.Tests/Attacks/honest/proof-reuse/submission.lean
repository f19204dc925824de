theorem aux (a : Array Nat) (h : a.size = 3) : a[0]'(by omega) = a[0]'(by omega) := rfl
theorem t (a : Array Nat) (h : a.size = 3) : a[0]'(by omega) = a[0]'(by omega) := aux a h
