def even (n : Nat) : Bool := match n with | 0 => true | n + 1 => !even n
mutual
theorem left (n : Nat) : n * 0 = 0 := match n with | 0 => rfl | n + 1 => right n
theorem right (n : Nat) : (n + 1) * 0 = 0 := match n with | 0 => rfl | n + 1 => left n ▸ rfl
end
theorem t (n : Nat) : n % 2 < 2 := by have := left n; omega
