using Prover.Core.Elementary;
using Prover.Core.Statements;
using Prover.Core.Verification;
using Prover.Lean.Tests.RealLean;

namespace Prover.Lean.Tests.Elementary;

/// <summary>Proofs that real Lean still accepts after they were made simpler, and their stories.</summary>
public sealed class ProofSimplifierTests(LeanFixture lean)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proof_by_grind_loses_axioms_and_weight()
    {
        var simplified = await SimplifyAsync("theorem t (a b c : Nat) (h : a ≤ b) (g : b ≤ c) : a ≤ c", "by\n  have k : a ≤ b := by grind\n  simp_all\n  grind");

        Assert.Equal(VerdictKind.Proved, simplified.Verdict.Kind);
        Assert.Equal(Grade.Replayed, simplified.Verdict.Grade);
        Assert.True(simplified.IsChanged);
        Assert.NotEmpty(simplified.Before.Axioms);
        Assert.Empty(simplified.After.Axioms);
        Assert.True(simplified.After.Weight < simplified.Before.Weight, simplified.Proof);
        Assert.DoesNotContain("grind", simplified.Proof, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lemma_of_the_library_replaces_a_procedure()
    {
        var simplified = await SimplifyAsync("theorem t (a b c : Nat) (h : a ≤ b) (g : b ≤ c) : a ≤ c", "by\n  have k : a ≤ b := by omega\n  simp_all\n  omega");

        Assert.Equal(VerdictKind.Proved, simplified.Verdict.Kind);
        Assert.Empty(simplified.After.Axioms);
        Assert.StartsWith("by exact ", simplified.Proof, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theorem t (n : Nat) : n + 0 = n", "by\n  rfl\n")]
    [InlineData("theorem t (n : Nat) : n + 0 = n", "rfl")]
    [InlineData("theorem t (p q : Prop) (h : p) (g : q) : p ∧ q", "⟨h,\n    g⟩")]
    public async Task A_proof_that_can_not_be_simplified_stays_byte_for_byte(string statement, string proof)
    {
        var simplified = await SimplifyAsync(statement, proof);

        Assert.Equal(VerdictKind.Proved, simplified.Verdict.Kind);
        Assert.False(simplified.IsChanged);
        Assert.Equal(proof, simplified.Proof);
        Assert.Equal(simplified.Before, simplified.After);
    }

    [Fact]
    public async Task Steps_get_names_that_the_rest_uses()
    {
        var simplified = await SimplifyAsync(
            "theorem t (f : Nat → Nat) (h : ∀ n, f n = n + 1) : f (f 3) = 5",
            "by\n  have : f 3 = 4 := h 3\n  rw [this]\n  exact h 4");

        Assert.Equal(VerdictKind.Proved, simplified.Verdict.Kind);
        Assert.DoesNotContain("this", simplified.Proof, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("by sorry")]
    [InlineData("by omega\n\ntheorem u : True := trivial")]
    [InlineData("by exact sorryAx _ false")]
    [InlineData("by\n  exact (by grind : 1 = 1 ∧ True).1.symm ▸ (by omega)")]
    [InlineData("by trivial\nend\naxiom cheat : False")]
    public async Task A_text_that_proves_something_else_stays_rejected_as_it_is(string proof)
    {
        var simplified = await SimplifyAsync("theorem t (a b : Nat) : a + b ≤ a", proof);

        Assert.Equal(VerdictKind.Rejected, simplified.Verdict.Kind);
        Assert.Equal(proof, simplified.Proof);
        Assert.False(simplified.IsChanged);
    }

    [Fact]
    public async Task A_text_that_states_another_theorem_behind_the_first_does_not_change_which_is_proved()
    {
        var simplified = await SimplifyAsync("theorem t (a b : Nat) : a ≤ a + b", "by\n  grind\n\ntheorem u : 1 = 1 := by\n  grind");

        Assert.Equal(VerdictKind.Proved, simplified.Verdict.Kind);
        Assert.Equal("t", simplified.Verdict.Theorem);
        Assert.Contains("a ≤ a + b", simplified.Verdict.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_covers_the_script_and_speaks_of_Leans_goals()
    {
        const string Proof = """
            by
              induction n with
              | zero => rfl
              | succ k ih =>
                have h : k + 1 + 0 = k + 1 := by
                  omega
                exact h
            """;
        var statement = TheoremStatement.Parse("theorem t (n : Nat) : n + 0 = n");

        var story = await new ProofStoryteller(lean.Pool).TellAsync(statement, Proof, 1, TimeSpan.FromMinutes(1), Token);

        Assert.True(story.HasGoals);
        Assert.Equal(Enumerable.Range(2, 6), story.Steps.SelectMany(s => Enumerable.Range(s.FirstLine, s.LastLine - s.FirstLine + 1)));
        Assert.Equal("We argue by induction on n.", story.Steps[0].English);
        Assert.Equal("In the case of zero: 0 + 0 = 0 holds: both sides are the same by computation and definitions.", story.Steps[1].English);
        Assert.Equal("First we show (h) k + 1 + 0 = k + 1.", story.Steps[3].English);
        Assert.StartsWith("k + 1 + 0 = k + 1 holds", story.Steps[4].English, StringComparison.Ordinal);
    }

    private Task<SimplifiedProof> SimplifyAsync(string statement, string proof) => new ProofSimplifier(lean.Pool, (Verifier)lean.Verifier)
        .SimplifyAsync(new SimplifyRequest { Statement = statement, Proof = proof, TimeLimit = TimeSpan.FromMinutes(2) }, Token);
}
