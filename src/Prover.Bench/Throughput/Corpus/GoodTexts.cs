namespace Prover.Bench.Throughput.Corpus;

/// <summary>Proofs that Lean checks in milliseconds.</summary>
internal static class GoodTexts
{
    private const string Triangle = "def triangle : Nat → Nat\n  | 0 => 0\n  | n + 1 => triangle n + (n + 1)\n\n";

    public static IReadOnlyList<CorpusText> All { get; } =
    [
        Proof("theorem shifted (a b : Nat) (h : a ≤ b) : a + 2 ≤ b + 3", "by omega"),
        Proof("theorem both (p q : Prop) (hp : p) (hq : q) : p ∧ q", "⟨hp, hq⟩"),
        Proof("theorem swapped (p q : Prop) (h : p ∨ q) : q ∨ p", "by\n  cases h with\n  | inl hp => exact Or.inr hp\n  | inr hq => exact Or.inl hq"),
        Proof("theorem solved (x y : Int) (h : x + y = 3) (h' : x - y = 1) : x = 2 ∧ y = 1", "by\n  constructor <;> omega"),
        Proof("theorem distributed (a b c : Nat) : a * (b + c) = a * b + a * c", "by grind"),
        Proof("theorem squares (a b : Int) : (a + b) * (a - b) = a * a - b * b", "by grind"),
        Proof("theorem lengths (xs ys : List Nat) : (xs ++ ys).length = ys.length + xs.length", "by\n  simp [Nat.add_comm]"),
        Proof("theorem turned (xs : List Nat) : xs.reverse.reverse = xs", "by simp"),
        Proof("theorem mapped (f g : Nat → Nat) (xs : List Nat) : (xs.map f).map g = xs.map (fun n => g (f n))", "by\n  induction xs with\n  | nil => rfl\n  | cons x xs ih => simp"),
        Proof("theorem sixths (n : Nat) (h : n % 6 = 0) : n % 3 = 0", "by omega"),
        Proof("theorem root : ∃ n : Nat, n * n = 144", "⟨12, rfl⟩"),
        Proof("theorem twice_not (p : Prop) (h : ¬¬p) : p", "Classical.byContradiction h"),
        Proof("theorem same_function (f : Nat → Nat) (h : ∀ n, f n = n) : f = fun n => n", "funext h"),
        Proof("theorem same_proposition (p q : Prop) (h : p ↔ q) : p = q", "propext h"),
        Proof("theorem chained (a b c d : Nat) (h₁ : a = b) (h₂ : b ≤ c) (h₃ : c < d) : a < d", "calc\n  a = b := h₁\n  _ ≤ c := h₂\n  _ < d := h₃"),
        Proof("theorem booleans : ∀ a b c : Bool, (a && (b || c)) = ((a && b) || (a && c))", "by decide"),
        Proof("theorem pairs (x y : Nat × Int) (h : x.1 = y.1) (h' : x.2 = y.2) : x = y", "Prod.ext h h'"),
        Proof("theorem least (a b : Nat) : min a b ≤ a ∧ min a b ≤ b", "⟨Nat.min_le_left a b, Nat.min_le_right a b⟩"),
        Proof("theorem powers : 2 ^ 10 + 3 ^ 5 = 1267", "by decide"),
        Proof("theorem even_or_odd (n : Nat) : ∃ k, n = 2 * k ∨ n = 2 * k + 1", "by\n  refine ⟨n / 2, ?_⟩\n  omega"),
        Proof("theorem sum_to (n : Nat) : 2 * triangle n = n * (n + 1)", "by\n  induction n with\n  | zero => rfl\n  | succ n ih => simp only [triangle]; grind", Triangle),
        new(
            "by_lemma",
            "theorem by_lemma (a b c : Nat) (h : a ∣ b) (h' : a ∣ c) : a ∣ b + c",
            "theorem own_lemma (a x y : Nat) : a * x + a * y = a * (x + y) := (Nat.mul_add a x y).symm\n\n"
            + "theorem by_lemma (a b c : Nat) (h : a ∣ b) (h' : a ∣ c) : a ∣ b + c := by\n  obtain ⟨x, rfl⟩ := h\n  obtain ⟨y, rfl⟩ := h'\n"
            + "  exact ⟨x + y, own_lemma a x y⟩\n"),
    ];

    /// <summary>A proof of a statement; both in one line with the name second.</summary>
    public static CorpusText Proof(string statement, string proof, string header = "") =>
        new(statement.Split(' ')[1], header + statement, $"{header}{statement} := {proof}\n");
}
