set_option warn.sorry false
def trust : { n : Nat // n = 1 ∧ (1:Nat) = 2 } := ⟨1, sorry⟩
theorem t : (1:Nat) = 2 := trust.2.2
