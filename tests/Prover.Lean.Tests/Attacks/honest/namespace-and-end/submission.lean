namespace A
namespace B
theorem t (n : Nat) : n ≤ n + 1 := Nat.le_succ n
end B
end A
