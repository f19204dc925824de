namespace Prover.Throughput;

/// <summary>Texts as people send them: quick and slow ones, right and wrong ones.</summary>
internal static class Corpus
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "theorem c1 (a b : Nat) (h : a ≤ b) : a + 2 ≤ b + 3 := by omega",
        "theorem c2 (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨hp, hq⟩",
        "theorem c3 : ∀ n : Fin 40, n.val * n.val % 4 = 0 ∨ n.val * n.val % 4 = 1 := by decide",
        "theorem c4 (x y : Int) (h : x + y = 3) (h' : x - y = 1) : x = 2 ∧ y = 1 := by omega",
        "theorem c5 (a b c : Nat) : a * (b + c) = a * b + a * c := by grind",
        "theorem c6 (xs ys : List Nat) : (xs ++ ys).length = ys.length + xs.length := by simp [Nat.add_comm]",
        "theorem c7 (n : Nat) : n % 6 = 0 → n % 3 = 0 := by omega",
        "theorem c8 (a b : Int) : (a + b) * (a - b) = a * a - b * b := by grind",
        "theorem c9 (n : Nat) (h : 0 < n) : n ≠ 0 := by simp_all; omega",
        "theorem c10 (a b : Nat) : a < b := by omega",
        "theorem c11 (n : Nat) : (List.range n).length = n + 1 := by simp",
        "theorem c12 (x : Int) (h : 3 * x + 7 = 22) : x = 5 := by omega",
    ];
}
