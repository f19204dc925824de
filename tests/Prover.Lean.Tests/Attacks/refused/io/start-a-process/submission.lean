#eval IO.Process.output { cmd := "touch", args := #["/tmp/prover-attack"] }
theorem t : (1:Nat) = 2 := by decide
