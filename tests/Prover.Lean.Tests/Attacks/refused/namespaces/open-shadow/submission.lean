namespace Mine
def Nat.le (_ _ : Nat) : Prop := True
end Mine
open Mine
theorem t : Mine.Nat.le 2 1 := trivial
