using Prover.Bench.Data;
using Prover.Bench.Screening;
using Prover.Bench.Tests.RealLean;
using Prover.Core.Verification;
using BenchProfiles = Prover.Bench.Profiles.Profiles;

namespace Prover.Bench.Tests.Screening;

/// <summary>With real Lean.</summary>
public sealed class StatementCheckTests(LeanFixture lean)
{
    [Fact]
    public async Task What_names_something_of_Mathlib_is_not_expressible_and_Lean_says_why()
    {
        var found = await CheckAsync("theorem t (x : ℝ) (h : x + 1 = 2) : Real.sqrt x = 1 := by\n");
        Assert.Equal(StatementStatus.NotExpressible, found.Status);
        Assert.StartsWith("Unknown identifier `Real.sqrt`", found.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', found.Reason!);
        Assert.False(found.IsAsked);
    }

    [Fact]
    public async Task A_name_that_Lean_does_not_know_never_becomes_a_variable() =>
        Assert.Equal(StatementStatus.NotExpressible, (await CheckAsync("theorem t : Foo = Foo := by sorry")).Status);

    [Theory]
    [InlineData("theorem t (n : ℕ) (h₀ : 0 < n) : n ≤ n * n := by\n")]
    [InlineData("theorem t (a b : ℚ) (h₀ : a < b) : a < (a + b) / 2 := by\n")]
    [InlineData("theorem t : 1 + 1 = 2 := by\n")]
    [InlineData("theorem t (x y : ℝ) (h₀ : x ≠ 0) (h₁ : abs (x - y) < 1 / x) (n : ℤ) (h₂ : x < n) : 0 ≤ y ^ 2 + x ^ 2 := by\n")]
    [InlineData("theorem t (z : ℂ) (n : ℕ) (h : z * n = 1) : z ≠ 0 := by\n")]
    public async Task A_statement_without_a_fault_is_expressible_and_no_more(string statement)
    {
        var found = await CheckAsync(statement);
        Assert.Equal(StatementStatus.Expressible, found.Status);
        Assert.Null(found.Reason);
        Assert.Null(found.Evidence);
        Assert.True(found.Seconds > 0);
    }

    [Theory]
    [InlineData("theorem t (n : ℕ) (h₀ : n < 3) (h₁ : 5 < n) : n = 4 := by\n")]
    [InlineData("theorem t {n : ℕ} (h₀ : n < 3 ∧ 5 < n) : n = 4 := by\n")]
    [InlineData("theorem t : ∀ n : ℕ, n < 3 → 5 < n → n = 4 := by\n")]
    [InlineData("theorem t (n : ℕ) (h₀ : n < 3) : 5 < n → n = 4 := by\n")]
    [InlineData("theorem t (x : ℚ) (h₀ : x < 0) (h₁ : 0 < x) : x = 1 := by\n")]
    [InlineData("namespace A\ntheorem t (n : ℕ) (h₀ : n < 3) -- small\n  (h₁ : 5 < n) : n = 4 := by\n")]
    public async Task Hypotheses_that_contradict_each_other_are_found_and_the_evidence_is_a_proof(string statement)
    {
        var found = await CheckAsync(statement);
        Assert.Equal(StatementStatus.Vacuous, found.Status);
        Assert.True(found.IsAsked && found.IsFaulty);
        await ProvesAsync(found.Evidence!, "False");
    }

    [Theory]
    [InlineData("theorem t (n : ℕ) (h₀ : n < 0) : False := by\n")]
    [InlineData("theorem t : ∀ n : ℕ, n * n = 2 → False := by\n")]
    [InlineData("theorem t (n : ℕ) : ¬ n < 0 := by\n")]
    public async Task A_statement_that_says_that_something_is_impossible_is_not_vacuous(string statement) =>
        Assert.Equal(StatementStatus.Expressible, (await CheckAsync(statement)).Status);

    [Theory]
    [InlineData("theorem t (n : ℕ) : n * n ≠ 9 := by\n", "It is false at n = 3: Lean verified the refutation.")]
    [InlineData("theorem t (n : ℕ) (h₀ : n % 37 = 36) (h₁ : n % 41 = 40) : n % 2 = 1 := by\n", "It is false at n = 1516: Lean verified the refutation.")]
    [InlineData("theorem t (x : ℚ) : x * x = x := by\n", "Its negation is proved: Lean verified it.")]
    [InlineData("theorem t (a : ℕ) (h₀ : ∀ b, 0 < b → b % 50 = 49 → a ≤ b) : a < 40 := by\n", "It is false at a = 40: Lean verified the refutation.")]
    public async Task A_counterexample_is_found_and_the_evidence_is_a_proof_of_the_negation(string statement, string reason)
    {
        var found = await CheckAsync(statement);
        Assert.Equal(StatementStatus.False, found.Status);
        Assert.Equal(reason, found.Reason);
        await ProvesAsync(found.Evidence!, "Not (");
    }

    private async Task<CheckedStatement> CheckAsync(string statement)
    {
        var options = new StatementCheckOptions { TimeLimit = TimeSpan.FromMinutes(2), CandidateTimeLimit = TimeSpan.FromMinutes(1) };
        return await new StatementCheck(lean.Checker, lean.Verifier, options).CheckAsync(
            new BenchProblem("t", string.Empty, string.Empty, statement), BenchProfiles.Core.Header + statement, TestContext.Current.CancellationToken);
    }

    private async Task ProvesAsync(string text, string concludes)
    {
        var verdict = await lean.Verifier.VerifyAsync(new VerifyRequest { Text = text, UseStore = false }, TestContext.Current.CancellationToken);
        Assert.Equal(VerdictKind.Proved, verdict.Kind);
        Assert.Equal(Grade.Replayed, verdict.Grade);
        Assert.Contains(concludes, verdict.Statement!, StringComparison.Ordinal);
    }
}
