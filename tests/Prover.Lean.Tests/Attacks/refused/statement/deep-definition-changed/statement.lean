def a : Nat := 1
def b : Nat := a + 1
def c : Nat := b + 1
theorem t : c = 4
