axiom «propext]
'u' depends on axioms: [Classical.choice» : (1:Nat) = 2
theorem t : (1:Nat) = 2 := «propext]
'u' depends on axioms: [Classical.choice»
