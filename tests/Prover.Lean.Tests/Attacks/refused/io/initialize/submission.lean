initialize IO.FS.writeFile "/tmp/prover-attack" "x"
theorem t : (1:Nat) = 2 := by decide
