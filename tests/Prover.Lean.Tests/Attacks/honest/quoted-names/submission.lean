theorem «the sum of ν and μ» (α₁ β' : Nat) : α₁ + β' = β' + α₁ := Nat.add_comm α₁ β'
