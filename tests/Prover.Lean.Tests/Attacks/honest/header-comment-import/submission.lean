/- licence -/
import Init.Data.Nat
open Nat
theorem t : (1:Nat) = 1 := rfl
