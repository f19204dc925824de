using Prover.Core.Proving;
using Prover.Core.Refutation;
using Prover.Core.Verification;
using Prover.Lean.Tests.RealLean;

namespace Prover.Lean.Tests.Refutation;

/// <summary>Counterexamples that real Lean accepts, through the search that people use.</summary>
public sealed class RefutationSamplerTests(LeanFixture lean)
{
    [Theory]
    [InlineData("(n d : Nat) (h1 : 1 < d) (h2 : d < n ^ 2 + n + 41) : ¬ d ∣ n ^ 2 + n + 41", "small", "n = 40, d = 41")]
    [InlineData("(n : Nat) (h : 1 < n) (h2 : 2 ^ n % n = 2) (h3 : 3 ^ n % n = 3) : ∀ d, d ∣ n → d = 1 ∨ d = n", "small", "n = 561, d = 3")]
    [InlineData("(x y : Int) (h : 0 < y) : x ^ 2 - 61 * y ^ 2 ≠ 1", "numerals", "x = 1766319049, y = 226153980")]
    [InlineData("(p : Nat) (h : 2 ≤ p) (hp : ∀ d, d ∣ p → d = 1 ∨ d = p) : ∀ d, d ∣ 2 ^ p - 1 → d = 1 ∨ d = 2 ^ p - 1", "small", "p = 11, d = 23")]
    [InlineData("(n : Nat) : ∃ x y z : Nat, x ^ 2 + y ^ 2 + z ^ 2 = n", "small", "n = 7")]
    [InlineData("(f : Nat → Nat) (h0 : f 0 = 0) (h1 : f 1 = 1) (h : ∀ n, f (n + 2) = f (n + 1) + f n) (d : Nat) (h2 : 1 < d) (h3 : d < f 19) : ¬ d ∣ f 19", "small", null)]
    [InlineData("(f : Int → Int) (h : ∀ x, f (f x) = x) : f 0 = 0 → f 5 = 5", "small", null)]
    [InlineData("(n : Int) : n % 2 = 0 ↔ n ^ 2 % 8 = 0", "small", "n = -2")]
    public async Task A_false_statement_is_refuted_at_the_strongest_grade(string statement, string how, string? values)
    {
        var (result, proposals) = await RefuteAsync($"theorem t {statement}");

        Assert.True(result.Verdict.Kind == VerdictKind.Refuted, result.Verdict.Reason);
        Assert.Equal(Grade.Replayed, result.Verdict.Grade);
        Assert.Equal($"refutation/{how}", result.Origin);
        Assert.Contains(proposals, p => (values is null || p.Counterexample!.ToString() == values) && result.Proof!.Contains(p.Candidate.Proof, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("(n : Nat) : 2 ∣ n ^ 2 + n")]
    [InlineData("(a b : Int) : a ^ 2 + b ^ 2 ≥ 2 * a * b")]
    [InlineData("(f : Nat → Nat) (h : ∀ n, f n < f (n + 1)) : f 0 < f 1")]
    public async Task A_true_statement_is_neither_refuted_nor_proved(string statement)
    {
        var (result, _) = await RefuteAsync($"theorem t {statement}", new RefutationOptions { MaxWork = 500_000 });

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.Equal(SearchEnd.Exhausted, result.End);
        Assert.Null(result.Proof);
    }

    [Fact]
    public async Task What_is_evaluated_follows_Leans_own_reading_and_not_the_looks()
    {
        // Printed, it looks like an honest sum, which would be even; by its instance it is zero.
        var (result, proposals) = await RefuteAsync("theorem t (n : Nat) : @HAdd.hAdd Nat Nat Nat ⟨fun _ _ => 0⟩ (n ^ 2) n % 2 = 0", new RefutationOptions { MaxWork = 100_000 });

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.DoesNotContain(proposals, p => p.Counterexample is not null);
    }

    private async Task<(ProveResult Result, List<RefutationProposal> Proposals)> RefuteAsync(string statement, RefutationOptions? options = null)
    {
        var proposals = new List<RefutationProposal>();
        var search = new ProofSearch(lean.Pool, (Verifier)lean.Verifier, new RefutationSampler(lean.Pool, options, proposals.Add));
        var request = new ProveRequest { Statement = statement, UseStore = false, Budget = new ProveBudget { TimeLimit = TimeSpan.FromMinutes(3), CandidateTimeLimit = TimeSpan.FromMinutes(1) } };
        await foreach (var happened in search.ProveAsync(request, TestContext.Current.CancellationToken))
        {
            if (happened is ProveEvent.Finished finished)
            {
                return (finished.Result, proposals);
            }
        }

        throw new InvalidOperationException("The search ended without a result.");
    }
}
