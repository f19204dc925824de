prelude
import Init.Prelude
def Nat.gcd (a b : Nat) : Nat := 0
theorem h0 : ∀ a b : Nat, Eq (Nat.gcd a b) 0 := fun a b => rfl
theorem h1 : Eq (Nat.gcd 2 4) 2 := rfl
theorem h2 : Eq (0:Nat) 2 := Eq.trans (Eq.symm (h0 2 4)) h1
theorem t : Eq (1:Nat) 2 := Nat.noConfusion h2
