using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Verification;
using Prover.Datasets.Entries;
using Prover.Datasets.Rewards;
using Prover.Datasets.Tests.Support;

namespace Prover.Datasets.Tests.Rewards;

public sealed class RewardSpecs
{
    private const string Statement = "theorem t (n : Nat) : n = n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("verified:1,nonsense:1", "There is no reward 'nonsense'")]
    [InlineData("verified", "has no weight")]
    [InlineData("verified:x", "has no weight")]
    [InlineData("verified:NaN", "has no weight")]
    [InlineData("verified:1,verified:2", "named twice")]
    [InlineData("verified:0", "All weights")]
    [InlineData("", "There is no reward ''")]
    public void A_specification_that_is_none_is_refused_with_the_remedy(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => RewardSpec.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_specification_reads_as_it_is_written() =>
        Assert.Equal("verified:1,format:0.1,length:-0.05", RewardSpec.Parse(" verified:1, format : 0.1,length:-5e-2").ToString());

    [Fact]
    public async Task The_reward_is_the_weighted_sum_of_its_parts()
    {
        var result = await ScoreAsync("verified:1,format:0.1,length:0.5", VerdictKind.Proved, Fenced("by rfl"));

        Assert.Equal([1, 1, -6 / 4000.0], result.Parts.Select(p => p.Value));
        Assert.Equal(1.1 - (0.5 * 6 / 4000), result.Reward!.Value, 12);
    }

    [Theory]
    [InlineData(VerdictKind.TimedOut)]
    [InlineData(VerdictKind.Infrastructure)]
    [InlineData(VerdictKind.Cancelled)]
    public async Task What_is_not_known_is_never_a_number(VerdictKind kind)
    {
        var result = await ScoreAsync("verified:1,format:1,partial:1", kind, Fenced("by rfl"));

        Assert.Null(result.Reward);
        Assert.Equal([null, 1, null], result.Parts.Select(p => p.Value));
        Assert.Contains("because", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_does_no_harm_where_it_weighs_nothing() =>
        Assert.Equal(1, (await ScoreAsync("verified:0,format:1", VerdictKind.TimedOut, Fenced("by rfl"))).Reward);

    [Theory]
    [InlineData("I don't know.", "holds no Lean")]
    [InlineData("```lean4\ntheorem t (n : Nat) : n = n := by sorry\n```", "sorry")]
    [InlineData("```lean4\ntheorem t (n : Nat) : n = n\n```", "proves nothing")]
    public async Task An_answer_without_a_proof_is_known_to_be_none(string completion, string reason)
    {
        var part = Assert.Single((await ScoreAsync("verified:1", VerdictKind.Infrastructure, completion)).Parts);
        Assert.Equal(0, part.Value);
        Assert.Contains(reason, part.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("```lean4\ntheorem t (n : Nat) : n = n := by rfl\n```", 1)]
    [InlineData("Plan: reflexivity.\n```lean4\ntheorem t  (n : ℕ) :\n  n = n := by rfl\n```", 1)]
    [InlineData("<think>```lean4\nx\n```</think>```lean4\ntheorem t (n : Nat) : n = n := by rfl\n```", 1)]
    [InlineData("```lean4\ntheorem t (n : Nat) : n ≤ n := by rfl\n```", 0)]
    [InlineData("```lean4\ntheorem u (n : Nat) : n = n := by rfl\n```", 0)]
    [InlineData("```lean4\ntheorem t (n : Nat) : n = n := by\n```", 0)]
    [InlineData("```lean4\nby rfl\n```", 0)]
    [InlineData("```lean4\ntheorem t (n : Nat) : n = n := by rfl\n```\n```lean4\ntheorem t (n : Nat) : n = n := by rfl\n```", 0)]
    [InlineData("```lean4\ntheorem t (n : Nat) : n = n := by rfl\n", 0)]
    [InlineData("theorem t (n : Nat) : n = n := by rfl", 0)]
    public async Task The_format_is_one_block_with_our_theorem(string completion, double value) =>
        Assert.Equal(value, (await ScoreAsync("format:1", VerdictKind.Proved, completion)).Reward);

    [Fact]
    public async Task A_statement_that_is_none_leaves_the_reward_unknown()
    {
        var lean = new FakeLean(_ => VerdictKind.Proved);
        var result = await new RewardScorer(lean, lean).ScoreAsync(new RewardItem("1 = 1", Fenced("by rfl")), RewardSpec.Default, new RewardSettings(), Token);
        Assert.Null(result.Reward);
        Assert.Contains("holds no theorem", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partial_progress_is_unknown_where_Lean_gave_no_answer_and_nothing_where_nothing_stands()
    {
        var silent = new FakeLean(_ => VerdictKind.Rejected) { Check = new CheckOutcome.TimedOut(TimeSpan.FromSeconds(1)) };
        Assert.Null((await new RewardScorer(silent, silent).ScoreAsync(Item("by simp"), RewardSpec.Parse("partial:1"), new RewardSettings(), Token)).Reward);

        var forbidden = new FakeLean(_ => VerdictKind.Rejected) { Rule = RefusalRule.Axiom };
        Assert.Equal(0, (await new RewardScorer(forbidden, forbidden).ScoreAsync(Item("by simp"), RewardSpec.Parse("partial:1"), new RewardSettings(), Token)).Reward);
    }

    [Fact]
    public async Task A_batch_is_scored_side_by_side_and_answered_in_order()
    {
        var (inside, all) = (0, new TaskCompletionSource());
        var lean = new FakeLean(r => r.Text.Contains("by a1\n", StringComparison.Ordinal) ? VerdictKind.Rejected : VerdictKind.Proved)
        {
            Before = async () =>
            {
                // Nobody goes on before four are at work at the same time.
                if (Interlocked.Increment(ref inside) == 4)
                {
                    all.SetResult();
                }

                await all.Task;
            },
        };
        var results = await new RewardScorer(lean, lean)
            .ScoreAsync([.. Enumerable.Range(0, 50).Select(i => Item($"by a{i}"))], RewardSpec.Default, new RewardSettings(), Token).ToListAsync(Token);

        Assert.Equal([1, 0, .. Enumerable.Repeat(1.0, 48)], results.Select(r => r.Reward!.Value));
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_ends_so()
    {
        using var stop = new CancellationTokenSource();
        var lean = new FakeLean(_ => VerdictKind.Proved) { Before = stop.CancelAsync };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new RewardScorer(lean, lean).ScoreAsync([Item("by a"), Item("by b")], RewardSpec.Default, new RewardSettings(), stop.Token).ToListAsync(Token));
    }

    [Fact]
    public void Stored_attempts_of_which_nothing_is_known_have_no_reward() =>
        Assert.Throws<ArgumentException>(() => new StoredReward(RewardSpec.Default).Of(Make.Ended(AttemptOutcome.TimedOut)));

    private static string Fenced(string proof) => $"```lean4\n{Statement} := {proof}\n```";

    private static RewardItem Item(string proof) => new(Statement, Fenced(proof));

    private static Task<RewardResult> ScoreAsync(string spec, VerdictKind kind, string completion)
    {
        var lean = new FakeLean(_ => kind);
        return new RewardScorer(lean, lean).ScoreAsync(new RewardItem(Statement, completion), RewardSpec.Parse(spec), new RewardSettings(), Token);
    }

    private sealed class FakeLean(Func<VerifyRequest, VerdictKind> kind) : IVerifier, ILeanChecker
    {
        public CheckOutcome? Check { get; init; }

        public RefusalRule Rule { get; init; } = RefusalRule.Error;

        public Func<Task> Before { get; init; } = () => Task.CompletedTask;

        public int Parallelism => 2;

        public async Task<Verdict> VerifyAsync(VerifyRequest request, CancellationToken cancellationToken = default)
        {
            await Before();
            var said = kind(request);
            return new Verdict { Kind = said, Reason = "because", Refusal = said == VerdictKind.Rejected ? new Refusal(Rule, "because") : null };
        }

        public Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default) => Task.FromResult(Check ?? throw new NotSupportedException());

        public Task<ToolchainIdentity> GetIdentityAsync(CancellationToken cancellationToken = default) => Task.FromResult(Make.Lean);

        public PoolStatus GetStatus() => throw new NotSupportedException();
    }
}
