def a : Nat := 2
def b : Nat := a + 1
def c : Nat := b + 1
theorem t : c = 4 := rfl
