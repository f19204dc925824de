axiom n : Nat
axiom h : n = n + 1
def P (_ : n = n + 1) : Prop := True
theorem lemma' : P h := trivial
theorem t : ∃ n : Nat, n = n + 1 := have _ := lemma'; ⟨n, h⟩
