namespace Prover.Core.Tests.Answers;

/// <summary>A statement with a proof whose fate in real Lean is known.</summary>
/// <param name="Preface">What stands in front of the theorem; empty for nothing.</param>
/// <param name="Name">Name.</param>
/// <param name="Body">Binders, colon and type.</param>
/// <param name="Proof">What stands after <c>:=</c>.</param>
/// <param name="IsGood">Whether it proves the statement.</param>
public sealed record KnownProof(string Preface, string Name, string Body, string Proof, bool IsGood)
{
    /// <summary>Commands of the answer that the proof needs.</summary>
    public string Helpers { get; init; } = string.Empty;

    /// <summary>Our statement.</summary>
    public string Statement => $"{Preface}theorem {Name} {Body}";

    public static IReadOnlyList<KnownProof> All { get; } =
    [
        new("", "le_add_one", "(a b : Nat) (h : a ≤ b) : a ≤ b + 1", "by omega", true),
        new("", "le_add_one", "(a b : Nat) (h : a ≤ b) : a ≤ b + 1", "Nat.le_succ_of_le h", true),
        new("", "le_add_one", "(a b : Nat) (h : a ≤ b) : a ≤ b + 1", "by\n  have h2 : b ≤ b + 1 := by\n    omega\n  exact Nat.le_trans h h2", true),
        new("", "le_add_one", "(a b : Nat) (h : a ≤ b) : a ≤ b + 1", "by rfl", false),
        new("", "double_even", "(n : Nat) : (n + n) % 2 = 0", "by\n  induction n with\n  | zero => rfl\n  | succ k ih =>\n    omega", true),
        new("", "double_even", "(n : Nat) : (n + n) % 2 = 0", "by\n  induction n with\n  | zero => rfl\n  | succ k ih => exact ih", false),
        new("", "and_turned", "(p q : Prop) (h : p ∧ q) : q ∧ p", "by\n  obtain ⟨hp, hq⟩ := h\n  constructor\n  · exact hq\n  · exact hp", true),
        new("", "and_turned", "(p q : Prop) (h : p ∧ q) : q ∧ p", "⟨h.2, h.1⟩", true),
        new("", "and_turned", "(p q : Prop) (h : p ∧ q) : q ∧ p", "by\n  -- swap the two halves\n  constructor\n  · exact h.1\n  · exact h.2", false),
        new("def twice (n : Nat) : Nat := n + n\n\n", "twice_twice", "(n : Nat) : twice (twice n) = 4 * n", "by\n  rw [twice_eq, twice_eq]\n  omega", true)
        {
            Helpers = "lemma twice_eq (m : Nat) : twice m = 2 * m := by\n  unfold twice\n  omega",
        },
        new("", "next_le", "(n m : Nat) (h : n < m) : n + 1 ≤ m", "by\n  exact succ_le_of_lt h", true) { Helpers = "open Nat" },
        new("", "sum_le", "(a b c : Int) (h₁ : a ≤ b) (h₂ : b ≤ c) : a + a ≤ c + c", "by\n  calc a + a ≤ b + b := by omega\n    _ ≤ c + c := by omega", true),
    ];
}
