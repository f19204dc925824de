using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.Models;

namespace Prover.Core.Tests.DeepThinking.Budgets;

public sealed class SharedBudgetTests
{
    private static readonly BranchPlan Search = new("search", BranchKind.Search, "s", 1);
    private static readonly BranchPlan Council = new("council", BranchKind.Council, "c", 2);
    private static readonly BranchPlan Sketches = new("sketches", BranchKind.Sketches, "k", 1);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Tokens_go_to_those_who_ask_models_and_checks_to_all()
    {
        var budget = Shared(new DeepThinkBudget { MaxTokens = 300, Cpu = TimeSpan.FromSeconds(40) });
        var shares = new[] { Search, Council, Sketches }.Select(p => budget.Begin(p, alone: false).Share).ToList();
        Assert.Equal([0L, 200, 100], shares.Select(s => s.Tokens.Limit));
        Assert.Equal([10.0, 20, 10], shares.Select(s => s.Checks.Limit!.Value.TotalSeconds));
    }

    [Fact]
    public void What_a_branch_leaves_goes_to_the_others()
    {
        var budget = Shared(new DeepThinkBudget { MaxTokens = 300, Cpu = TimeSpan.FromSeconds(40) });
        var shares = new[] { Search, Council, Sketches }.ToDictionary(p => p.Id, p => budget.Begin(p, alone: false).Share);
        shares["council"].Tokens.TryReserve(150)!.Settle(150);
        budget.End("council");
        Assert.Equal(150, shares["sketches"].Tokens.Limit);
        Assert.Equal([20.0, 20], new[] { "search", "sketches" }.Select(b => shares[b].Checks.Limit!.Value.TotalSeconds));
    }

    [Fact]
    public void No_time_of_checks_is_lost_or_made_when_branches_end() => Gen.Select(Gen.Int[1, 50].Array[2, 6], Gen.Int[1, 1_000], Gen.Double[0, 1].Array[6]).Sample((weights, seconds, spent) =>
    {
        var plans = weights.Select((w, i) => new BranchPlan($"b{i}", BranchKind.Search, "b", w)).ToList();
        var total = TimeSpan.FromSeconds(seconds);
        var budget = new SharedBudget(new DeepThinkBudget { Cpu = total }, new DeepThinkSpent(), plans, 2, null, _time);
        var shares = plans.ConvertAll(p => budget.Begin(p, alone: false).Share.Checks);
        var used = TimeSpan.Zero;
        for (var i = 0; i < plans.Count; i++)
        {
            var take = shares[i].Limit!.Value * spent[i];
            shares[i].Settle(TimeSpan.Zero, take);
            used += take;
            budget.End(plans[i].Id);
        }

        Assert.True(used <= total, $"{used} of {total}");
        Assert.True((shares[^1].Limit!.Value - (total - used + shares[^1].Spent)).Duration() < TimeSpan.FromMilliseconds(1), "The last has what all others left.");
    });

    [Fact]
    public void The_last_branch_may_take_all_the_wall_clock_time_that_is_left()
    {
        var budget = Shared(new DeepThinkBudget { Wall = TimeSpan.FromSeconds(100) });
        Assert.Equal(50, budget.Begin(Council, alone: true).TimeLimit.TotalSeconds);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(90, budget.Begin(Search, alone: false).TimeLimit.TotalSeconds);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(60, budget.Begin(Sketches, alone: false).TimeLimit.TotalSeconds);
    }

    [Fact]
    public void A_resumed_thought_has_what_is_left()
    {
        var before = new DeepThinkSpent(TimeSpan.FromSeconds(70), new ModelUsage(1, 100, 100, 0), TimeSpan.FromSeconds(20));
        var budget = new SharedBudget(
            new DeepThinkBudget { Wall = TimeSpan.FromSeconds(100), MaxTokens = 300, Cpu = TimeSpan.FromSeconds(15) }, before, [Council], 1, null, _time);
        var (share, wall) = budget.Begin(Council, alone: false);
        Assert.Equal((100L, 0.0, 30.0), (share.Tokens.Limit, share.Checks.Limit!.Value.TotalSeconds, wall.TotalSeconds));
        Assert.True(share.Checks.IsSpent);
    }

    [Fact]
    public async Task A_check_waits_for_time_that_another_may_give_back()
    {
        var checks = new CheckTimeBudget(TimeSpan.FromSeconds(10));
        var all = await checks.ReserveAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var next = checks.ReserveAsync(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        Assert.Equal((10.0, false), (all!.Value.TotalSeconds, next.IsCompleted));
        checks.Settle(all.Value, TimeSpan.FromSeconds(7));
        Assert.Equal(3, (await next)!.Value.TotalSeconds);
        checks.Settle(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3));
        Assert.Null(await checks.ReserveAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_check_that_was_turned_away_is_not_forgotten_when_more_time_comes_in()
    {
        var checks = new CheckTimeBudget(TimeSpan.FromSeconds(1));
        checks.Settle((await checks.ReserveAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken))!.Value, TimeSpan.FromSeconds(1));
        Assert.Null(await checks.ReserveAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));

        checks.Raise(TimeSpan.FromSeconds(5));

        Assert.True(checks.IsSpent);
        Assert.Equal(5, checks.Free!.Value.TotalSeconds);
    }

    private SharedBudget Shared(DeepThinkBudget budget) => new(budget, new DeepThinkSpent(), [Search, Council, Sketches], 2, null, _time);
}
