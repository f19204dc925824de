using Prover.Core.Auditing;

namespace Prover.Bench.Throughput.Corpus;

/// <summary>Texts that prove nothing, or something else: failed attempts, and attempts to pass for one that did not fail.</summary>
internal static class BadTexts
{
    public static IReadOnlyList<CorpusText> All { get; } =
    [
        Bad(RefusalRule.Error, "theorem false_claim (a b : Nat) : a < b", "by omega"),
        Bad(RefusalRule.Error, "theorem one_more (n : Nat) : (List.range n).length = n + 1", "by simp"),
        Bad(RefusalRule.Error, "theorem wrong_half (p q : Prop) (hp : p) (hq : q) : p ∧ q", "⟨hp, hp⟩"),
        Bad(RefusalRule.Error, "theorem unknown_lemma (n : Nat) : n * n + n = n * (n + 1)", "by\n  rw [mul_succ_self_of_nowhere]"),
        Bad(RefusalRule.Error, "theorem unfinished (p q : Prop) (hp : p) (hq : q) : p ∧ q", "by\n  constructor\n  · exact hp"),
        Bad(RefusalRule.Error, "theorem no_such_tactic (n : Nat) : n + 0 = n", "by ring_nf_all!!"),
        Bad(RefusalRule.Error, "theorem open_bracket (n : Nat) : 0 + n = n", "by\n  exact (Nat.zero_add n"),
        Bad(RefusalRule.Error, "theorem rewritten_back_and_forth (a b : Nat) (h : a = b) : b = a", "by\n  rw [h, ← h, h, ← h, Nat.add_comm]"),
        Bad(RefusalRule.Sorry, "theorem given_up (n : Nat) : n ^ 2 + n = n * (n + 1)", "by\n  sorry"),
        new(
            "given_up_in_a_lemma",
            "theorem given_up_in_a_lemma (n : Nat) : n ≤ n ^ 2",
            "theorem hole (n : Nat) : n ≤ n ^ 2 := by\n  sorry\n\ntheorem given_up_in_a_lemma (n : Nat) : n ≤ n ^ 2 := hole n\n",
            RefusalRule.Sorry),
        new(
            "weakened",
            "theorem weakened (a b : Nat) (h : a < b) : a + 1 ≤ b",
            "theorem weakened (a b : Nat) (h : a < b) : a ≤ b := by omega\n",
            RefusalRule.Statement),
        new(
            "assumed",
            "theorem assumed (a b : Nat) : a * b = b * a",
            "theorem assumed (a b : Nat) (h : a * b = b * a) : a * b = b * a := h\n",
            RefusalRule.Statement),
        new(
            "other_type",
            "theorem other_type (a b : Int) : a - b + b = a",
            "theorem other_type (a b : Int) : a + b - b = a := by omega\n",
            RefusalRule.Statement),
        new(
            "misnamed",
            "theorem misnamed (a : Nat) : a ≤ a + 1",
            "theorem misnamd (a : Nat) : a ≤ a + 1 := Nat.le_succ a\n",
            RefusalRule.Missing),
        new(
            "own_axiom",
            "theorem own_axiom (n : Nat) : n + n = 2 * n + 1",
            "axiom convenient (n : Nat) : n + n = 2 * n + 1\n\ntheorem own_axiom (n : Nat) : n + n = 2 * n + 1 := convenient n\n",
            RefusalRule.Axiom),
        new(
            "other_meaning",
            "def twice (n : Nat) : Nat := n + n\n\ntheorem other_meaning (n : Nat) : twice n = 3 * n",
            "def twice (n : Nat) : Nat := 3 * n\n\ntheorem other_meaning (n : Nat) : twice n = 3 * n := rfl\n",
            RefusalRule.Definition),
        new(
            "no_theorem",
            "theorem no_theorem (n : Nat) : n = n",
            "def no_theorem (n : Nat) : n = n := rfl\n",
            RefusalRule.Kind),
    ];

    private static CorpusText Bad(RefusalRule rule, string statement, string proof) => GoodTexts.Proof(statement, proof) with { Refused = rule };
}
