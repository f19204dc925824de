using Prover.Core.Elementary.Stories;

namespace Prover.Core.Tests.Elementary;

public sealed class StorySentenceTests
{
    [Theory]
    [InlineData("intro n h", "⊢ ∀ n : Nat, 0 < n → n = n", "n : Nat\nh : 0 < n\n⊢ n = n", "Let n be any element of Nat. Let h stand for: 0 < n. The goal is now n = n.")]
    [InlineData("rw [Nat.add_comm]\nrfl", "⊢ a + b = c", "⊢ b + a = c", "Rewriting with `[Nat.add_comm]` turns the goal into b + a = c.")]
    [InlineData("omega", "a : Nat\n⊢ a ≤ a + 1", null, "a ≤ a + 1 holds: it follows from the hypotheses by linear arithmetic over whole numbers ('omega').")]
    [InlineData("exact h.1", null, null, "The goal holds: it is what `h.1` states.")]
    [InlineData("have h : a ≤ b := by\n  omega\nrfl", "⊢ x", "⊢ a ≤ b", "First we show (h) a ≤ b.")]
    [InlineData("have h : a ≤ b := foo x\nrfl", "⊢ x", "⊢ x", "We have (h) a ≤ b, by `foo x`.")]
    [InlineData("frobnicate with care", "⊢ x = y", null, "By the tactic `frobnicate with care`, which closes the goal x = y.")]
    [InlineData("frobnicate\nrfl", "⊢ x = y", "⊢ z", "By the tactic `frobnicate`, after which the goal is z.")]
    [InlineData("constructor <;> omega", "⊢ x ∧ y", null, "By the tactics `constructor <;> omega`, one after the other.")]
    [InlineData("· rfl", "⊢ x", null, "For this part, x: x holds: both sides are the same by computation and definitions.")]
    public void A_sentence_says_what_the_goals_say(string script, string? before, string? after, string expected) =>
        Assert.Equal(expected, StorySentence.Of(ScriptStep.Of(script)[0], before, after));

    [Fact]
    public void Cases_of_an_induction_are_named()
    {
        var steps = ScriptStep.Of("induction n with\n| zero => rfl\n| succ k ih =>\n  omega");

        Assert.Equal(
            [
                "We argue by induction on n.",
                "In the case of zero: The goal holds: both sides are the same by computation and definitions.",
                "In the step from k to k + 1, with the induction hypothesis ih:",
                "The goal holds: it follows from the hypotheses by linear arithmetic over whole numbers ('omega').",
            ],
            steps.Select(s => StorySentence.Of(s, null, null)));
    }
}
