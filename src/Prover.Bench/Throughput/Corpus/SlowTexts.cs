using Prover.Core.Auditing;

namespace Prover.Bench.Throughput.Corpus;

/// <summary>Texts that keep Lean busy for about a second, one way or another.</summary>
internal static class SlowTexts
{
    private const string Deep = "set_option maxRecDepth 100000 in\n";

    public static IReadOnlyList<CorpusText> All { get; } =
    [
        Slow("theorem many_cases : ∀ n : Fin 400, n.val * n.val % 4 = 0 ∨ n.val * n.val % 4 = 1", "by decide"),
        Slow("theorem pairs_of_cases : ∀ a b : Fin 20, (a.val + b.val) ^ 2 = a.val ^ 2 + 2 * a.val * b.val + b.val ^ 2", "by decide"),
        Slow(
            "theorem many_bounds (a b c d e f : Int) (h₁ : 0 ≤ a) (h₂ : a ≤ b) (h₃ : b ≤ c) (h₄ : c ≤ d) (h₅ : d ≤ e) (h₆ : e ≤ f) (h₇ : f < 12) : "
            + string.Join(" ∧ ", Enumerable.Range(1, 10).Select(i => $"a + {i} * b ≤ {i + 1} * f + {i}")),
            "by\n  refine ⟨" + string.Join(", ", Enumerable.Repeat("?_", 10)) + "⟩ <;> omega"),
        Slow("theorem expanded (a b c d : Int) : (a + b + c + d) ^ 4 = (a + b) ^ 4 + 4 * (a + b) ^ 3 * (c + d) + 6 * (a + b) ^ 2 * (c + d) ^ 2 + 4 * (a + b) * (c + d) ^ 3 + (c + d) ^ 4", "by grind"),
        new(
            "out_of_heartbeats",
            "theorem out_of_heartbeats : ∀ a b : Fin 60, (a.val * b.val) % 7 = ((a.val % 7) * (b.val % 7)) % 7",
            $"set_option maxHeartbeats 4000 in\n{Deep}theorem out_of_heartbeats : ∀ a b : Fin 60, (a.val * b.val) % 7 = ((a.val % 7) * (b.val % 7)) % 7 := by\n  decide\n",
            RefusalRule.Error),
    ];

    private static CorpusText Slow(string statement, string proof)
    {
        var text = GoodTexts.Proof(statement, proof);
        return text with { Text = Deep + text.Text };
    }
}
