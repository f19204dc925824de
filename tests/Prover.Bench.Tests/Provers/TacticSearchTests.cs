using Microsoft.Extensions.DependencyInjection;
using Prover.Bench.Tests.RealLean;
using Prover.Core.Memory;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Statements;
using Prover.Core.TacticSearch;
using Prover.Core.TacticSearch.Minimizing;
using Prover.Core.Verification;

namespace Prover.Bench.Tests.Provers;

/// <summary>The search over tactics with real Lean; what it finds counts when it is verified.</summary>
public sealed class TacticSearchTests(LeanFixture lean)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("theorem t (x y : Int) : x ^ 2 - 4 * y ≠ 2", "a square has few remainders")]
    [InlineData("theorem t (p : Nat) (h : 2 < p) (hp : ∀ d, d ∣ p → d = 1 ∨ d = p) : p % 2 = 1", "an instance of a hypothesis")]
    [InlineData("theorem t (f : Nat → Nat) (h0 : f 0 = 0) (h : ∀ n, f (n + 1) = f n + 2 * n + 1) : ∀ n, f n = n ^ 2", "induction")]
    [InlineData("theorem t (a b : Int) (h : a * b = 0) (k : a + b = 5) : a = 0 ∨ a = 5", "cases of a product")]
    public async Task It_proves_what_takes_several_steps(string statement, string by)
    {
        var result = await ProveAsync(statement, new TacticSearchSampler(lean.Checker, lemmas: lean.Services.GetRequiredService<ILemmaSource>()));

        Assert.True(result.Verdict.Kind == VerdictKind.Proved, $"{by}: {result.Verdict.Reason}");
        Assert.StartsWith("search/", result.Origin, StringComparison.Ordinal);
        Assert.NotEmpty(result.Steps);
        Assert.DoesNotContain("sorry", result.Proof, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theorem t (x y z : Int) : 2*y ≤ 14*x^2 + 12*x*y + 12*x*z + 11*y^2 + 8*y*z + 20*z^2 + 16*x + 8*z + 7", "squares")]
    [InlineData("theorem t (a : Nat → Int) (h0 : a 0 = -5) (h1 : a 1 = -20) (h2 : ∀ n, a (n + 2) = 4*a (n + 1) - 4*a n) (n : Nat) : a n = (-5 - 5*n) * 2^n", "recurrence")]
    [InlineData("theorem t (a : Nat → Nat) (h0 : a 0 = 3) (h1 : a 1 = 11) (h2 : ∀ n, a (n + 2) = 2*a (n + 1) + a n) (n : Nat) : Nat.gcd (a n) (a (n + 1)) = 1", "recurrence")]
    [InlineData("theorem t (x y : Int) (h₁ : 2*x + 2*y = 4) (h₂ : x*y = -3) : (x = 3 ∧ y = -1) ∨ (x = -1 ∧ y = 3)", "roots")]
    [InlineData("theorem t (x : Int) (h : (x - 1) * (x + 2) * (x - 5) = 0) : x = 1 ∨ x = -2 ∨ x = 5", "roots")]
    [InlineData("theorem t (a n : Nat) : 7 + n * (63*a) ≤ 7 * (9*a + 1)^n", "growth")]
    [InlineData("theorem t (f : Nat → Nat) (h : ∀ n, f n + 12 ≤ f (n + 1)) (a b : Nat) (hab : f a = f b) : a = b", "growth")]
    [InlineData("theorem t : ∃ x y : Int, 19*x + 11*y = 9", "solution")]
    [InlineData("theorem t (n : Int) (h : n % 4 = 1) : ∃ k : Int, 20*n^2 = 8*k + 4", "solution")]
    [InlineData("theorem t (f : Nat → Nat) (h : ∀ x y, f (x + y) = f x + f y) (h1 : f 1 = 20) : f 6 = 120", "solution")]
    [InlineData("theorem t (x y : Int) (hx : -2 ≤ x) (hy : 5 ≤ y) : 15*x + 30 ≤ 3*x*y + 6*y", "bounds")]
    [InlineData("theorem t (m x : Int) (h₀ : 0 ≤ x) (h₁ : 10 ≤ m ∧ m ≤ 60) (h₂ : 6 * x % m = 1) (h₃ : (x - 36) % m = 0) : m = 43", "interval")]
    public async Task An_insight_ends_the_search_at_its_first_goal(string statement, string insight)
    {
        var count = new Counter();
        var result = await ProveAsync(statement, new TacticSearchSampler(lean.Checker, progress: count));

        Assert.True(result.Verdict.Kind == VerdictKind.Proved, $"{insight}: {result.Verdict.Reason}");
        Assert.Equal(1, count.Goals);
    }

    [Fact]
    public async Task Of_a_script_that_tries_many_things_that_which_helped_is_left()
    {
        const string script = "first | rfl | omega | (simp_all; done) | grind";

        var shortened = await new ScriptShortener(lean.Checker).ShortenAsync(
            TheoremStatement.Parse("theorem t (x y : Int) (h : x = y) : x * x + 2 * x * y + y * y = 4 * y ^ 2"), script, TimeSpan.FromMinutes(1), Stop);

        Assert.Equal("grind", shortened);
    }

    [Fact]
    public async Task A_script_that_ends_in_the_middle_of_a_term_is_no_shorter_proof()
    {
        // Cut in two, the script is "exact And.intro (": Lean places that error at whatever comes next.
        const string script = "exact And.intro (\n  rfl) rfl";

        var shortened = await new ScriptShortener(lean.Checker).ShortenAsync(TheoremStatement.Parse("theorem t (n : Nat) : n = n ∧ n = n"), script, TimeSpan.FromMinutes(1), Stop);

        Assert.True(shortened is "simp_all" or "grind" or "omega" || shortened == script, shortened);
    }

    [Fact]
    public async Task It_proves_nothing_that_is_false_and_ends_within_its_limits()
    {
        var count = new Counter();
        var options = new TacticSearchOptions { MaxGoals = 6 };
        var result = await ProveAsync("theorem t (x y : Int) (h : x * y = 6) : x + y = 5", new TacticSearchSampler(lean.Checker, options: options, progress: count));

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.Equal(SearchEnd.Exhausted, result.End);
        Assert.InRange(count.Goals, 1, 6);

        // Where it gave up: goals that can be stated, none of them the statement's own.
        Assert.NotEmpty(result.StuckGoals);
        Assert.Contains(result.StuckGoals, g => ClosedGoal.Read(g) is not null);
        Assert.DoesNotContain("x y : ℤ\nh : x * y = 6\n⊢ x + y = 5", result.StuckGoals);
    }

    [Fact]
    public async Task What_proved_one_statement_proves_another_like_it_at_once()
    {
        await using var memory = TacticMemory.InMemory();
        var first = await ProveAsync("theorem t (x y : Int) : x ^ 2 - 4 * y ≠ 2", new TacticSearchSampler(lean.Checker));
        await memory.LearnAsync(new LearnedProof("first", first.Steps), Stop);
        var (with, without) = (new Counter(), new Counter());

        var result = await ProveAsync("theorem u (m k : Int) : m ^ 2 - 4 * k ≠ 3", new TacticSearchSampler(lean.Checker, memory, progress: with));
        await ProveAsync("theorem u (m k : Int) : m ^ 2 - 4 * k ≠ 3", new TacticSearchSampler(lean.Checker, progress: without));

        Assert.Equal(VerdictKind.Proved, result.Verdict.Kind);
        Assert.Empty(result.StuckGoals);
        Assert.True(with.Tactics < without.Tactics, $"{with.Tactics} tactics with memory, {without.Tactics} without");
    }

    private async Task<ProveResult> ProveAsync(string statement, IProofSampler sampler)
    {
        var request = new ProveRequest
        {
            Statement = statement,
            UseStore = false,
            Budget = new ProveBudget { TimeLimit = TimeSpan.FromMinutes(5), CandidateTimeLimit = TimeSpan.FromMinutes(1), Parallelism = 1 },
        };
        await foreach (var happened in new ProofSearch(lean.Checker, lean.Verifier, sampler).ProveAsync(request, Stop))
        {
            if (happened is ProveEvent.Finished { Result: var result })
            {
                return result;
            }
        }

        throw new InvalidOperationException("no end");
    }

    private sealed class Counter : IProgress<TacticSearchProgress>
    {
        public int Goals { get; private set; }

        public int Tactics { get; private set; }

        public void Report(TacticSearchProgress value)
        {
            Goals++;
            Tactics += value.Tried;
        }
    }
}
