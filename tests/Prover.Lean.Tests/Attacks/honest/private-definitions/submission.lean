private def double (n : Nat) : Nat := n + n
private theorem double_eq (n : Nat) : double n = 2 * n := by unfold double; omega
theorem t (n : Nat) : n + n = 2 * n := double_eq n
