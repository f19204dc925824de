namespace A
theorem t : (1:Nat) = 1 := rfl
end A
export A (t)
