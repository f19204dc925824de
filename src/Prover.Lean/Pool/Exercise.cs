namespace Prover.Lean.Pool;

/// <summary>Something for a new process to do before it is measured.</summary>
public static class Exercise
{
    /// <summary>Uses the tactics that proofs are made of. A fresh process translates the code behind each when it is first run, which takes seconds; they belong to no attempt.</summary>
    public const string Text = """
        theorem exercise_1 (a b c : Int) (h : a + b = c) (h' : 2 * a = 3 * b + 1) : 2 * c = 5 * b + 1 := by omega
        theorem exercise_2 (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 := by omega
        theorem exercise_3 : ∀ n : Nat, n < 60 → (n * n) % 4 ≠ 3 := by decide
        theorem exercise_4 (a b : Int) (h : a = b + 1) : a * a = b * b + 2 * b + 1 := by grind
        theorem exercise_5 (f : Nat → Nat) (h₀ : f 0 = 0) (h : ∀ n, f (n + 1) = f n + 2 * n + 1) (n : Nat) : f n = n * n := by
          induction n with
          | zero => simp_all
          | succ n ih => rw [h, ih]; grind
        theorem exercise_6 (x y : Int) (h : x * y = 6) (hx : 0 < x) (hy : 0 < y) (hxy : x ≤ 6) : x = 1 ∨ x = 2 ∨ x = 3 ∨ x = 6 := by
          have : x = 1 ∨ x = 2 ∨ x = 3 ∨ x = 4 ∨ x = 5 ∨ x = 6 := by omega
          rcases this with h' | h' | h' | h' | h' | h' <;> subst h' <;> omega
        theorem exercise_7 (p q : Prop) : p ∧ q → q ∧ p := by intro ⟨h, h'⟩; exact ⟨h', h⟩
        theorem exercise_8 (n : Nat) : (n * n * n + 2 * n) % 3 = 0 := by
          have : n % 3 = 0 ∨ n % 3 = 1 ∨ n % 3 = 2 := by omega
          rcases this with h | h | h <;> simp [Nat.add_mod, Nat.mul_mod, h]
        theorem exercise_9 (a b : Int) : 0 ≤ a * a - 2 * a * b + b * b + a * a := by grind [Int.mul_nonneg, Int.mul_self_nonneg]
        """;
}
