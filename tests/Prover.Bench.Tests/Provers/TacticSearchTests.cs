using Microsoft.Extensions.DependencyInjection;
using Prover.Bench.Tests.RealLean;
using Prover.Core.Memory;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.TacticSearch;
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

    [Fact]
    public async Task It_proves_nothing_that_is_false_and_ends_within_its_limits()
    {
        var count = new Counter();
        var options = new TacticSearchOptions { MaxGoals = 6 };
        var result = await ProveAsync("theorem t (x y : Int) (h : x * y = 6) : x + y = 5", new TacticSearchSampler(lean.Checker, options: options, progress: count));

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.Equal(SearchEnd.Exhausted, result.End);
        Assert.InRange(count.Goals, 1, 6);
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
