theorem t : (1:Nat) = 1 := rfl
import Init.Data.Nat
