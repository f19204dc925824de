namespace Nat
protected theorem helper (n : Nat) : n ≤ n * n + n := Nat.le_add_left n _
theorem mine (n : Nat) : n ≤ n * n + n := Nat.helper n
end Nat
