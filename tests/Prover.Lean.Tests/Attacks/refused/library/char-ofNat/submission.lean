prelude
import Init.Prelude
def Char.ofNat (_ : Nat) : Char := 'b'
theorem t : Eq 'a' 'b' := rfl
