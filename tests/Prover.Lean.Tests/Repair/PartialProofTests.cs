using Prover.Core.Repair.Partial;
using Prover.Core.Statements;
using Prover.Core.Verification;
using Prover.Lean.Tests.RealLean;

namespace Prover.Lean.Tests.Repair;

/// <summary>What real Lean lets stand of failed proofs.</summary>
public sealed class PartialProofTests(LeanFixture lean)
{
    private const string Conjunction = "theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 ∧ b * b + b = b * (b + 1) ∧ a = a";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failing_tactic_becomes_a_hole_and_the_rest_stands()
    {
        var partial = await FindAsync(Conjunction, """
            by
              have h1 : a ≤ b + 1 := by omega
              have h2 : b * b + b = b * (b + 1) := by omega
              exact ⟨h1, h2, rfl⟩
            """);

        Assert.Equal("""
            by
              have h1 : a ≤ b + 1 := by omega
              have h2 : b * b + b = b * (b + 1) := by sorry
              exact ⟨h1, h2, rfl⟩
            """, partial!.Proof);
        Assert.Contains("⊢ b * b + b = b * (b + 1)", Assert.Single(partial.OpenGoals), StringComparison.Ordinal);
        Assert.Equal(1, partial.ClosedGoals);
    }

    [Fact]
    public async Task An_unknown_tactic_in_a_block_costs_no_more_than_its_block()
    {
        var partial = await FindAsync(Conjunction, """
            by
              have h1 : a ≤ b + 1 := by omega
              have h2 : b * b + b = b * (b + 1) := by
                rw [Nat.mul_add]
                nlinarith [h, sq_nonneg a]
              exact ⟨h1, h2, rfl⟩
            """);

        Assert.Contains("have h1 : a ≤ b + 1 := by omega", partial!.Proof, StringComparison.Ordinal);
        Assert.Contains("exact ⟨h1, h2, rfl⟩", partial.Proof, StringComparison.Ordinal);
        Assert.DoesNotContain("nlinarith", partial.Proof, StringComparison.Ordinal);
        Assert.Single(partial.OpenGoals);
    }

    [Fact]
    public async Task Goals_that_are_left_over_become_holes()
    {
        var partial = await FindAsync(Conjunction, """
            by
              refine ⟨?_, ?_, ?_⟩
              · omega
              · constructor
            """);

        Assert.NotNull(partial);
        Assert.Contains("· omega", partial.Proof, StringComparison.Ordinal);
        Assert.Contains(partial.OpenGoals, g => g.Contains("⊢ a = a", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failing_case_of_an_induction_leaves_the_other()
    {
        var partial = await FindAsync("theorem t (n : Nat) : (n * n + n) % 2 = 0", """
            by
              induction n with
              | zero => rfl
              | succ k ih =>
                rw [foo_bar]
                linarith
            """);

        Assert.Contains("| zero => rfl", partial!.Proof, StringComparison.Ordinal);
        Assert.Contains("ih", Assert.Single(partial.OpenGoals), StringComparison.Ordinal);
        Assert.Equal(1, partial.ClosedGoals);
    }

    [Fact]
    public async Task A_wrong_name_inside_a_term_is_only_a_small_hole()
    {
        var partial = await FindAsync(Conjunction, "by\n  exact ⟨Nat.le_trans h (no_such_lemma), by grind, rfl⟩");

        Assert.Equal("by\n  exact ⟨Nat.le_trans h (sorry), by grind, rfl⟩", partial!.Proof);
        Assert.Contains("⊢ b ≤ b + 1", Assert.Single(partial.OpenGoals), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("by\n  nonsense_tactic\n  more nonsense")]
    [InlineData("by omega")]
    [InlineData("by")]
    [InlineData("")]
    [InlineData("no_such_lemma")]
    [InlineData("by\n  ))) (((")]
    public async Task Nothing_is_kept_of_what_has_no_step_that_stands(string proof)
    {
        Assert.Null(await FindAsync(Conjunction, proof));
    }

    [Fact]
    public async Task Holes_are_filled_where_a_routine_tactic_does_it()
    {
        var partial = await FindAsync(Conjunction, "by\n  refine ⟨by linarith, ?_, rfl⟩\n  nlinarith");

        var filled = HoleFilling.Fill(partial!);
        var text = TheoremStatement.Parse(Conjunction).WithProof(filled!);
        var verdict = await lean.Verifier.VerifyAsync(new VerifyRequest { Text = text, Statement = Conjunction }, Token);
        Assert.True(verdict.Kind == VerdictKind.Proved, $"{text}\n{verdict.Reason}");
    }

    private Task<PartialProof?> FindAsync(string statement, string proof) => new PartialProofFinder(lean.Pool).FindAsync(
        TheoremStatement.Parse(statement), proof, string.Empty, TimeSpan.FromSeconds(30), Token);
}
