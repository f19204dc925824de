def secret := include_str "/etc/passwd"
theorem t : (1:Nat) = 2 := by decide
