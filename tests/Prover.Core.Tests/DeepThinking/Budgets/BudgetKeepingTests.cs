using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.Tests.DeepThinking.Support;
using Prover.Core.Verification;
using Prover.Models.StandIn;

namespace Prover.Core.Tests.DeepThinking.Budgets;

public sealed class BudgetKeepingTests
{
    [Fact]
    public async Task No_more_time_of_checks_is_spent_than_there_is()
    {
        await using var bench = await ThinkBench.StartAsync(new CouncilScript { Attempt = s => CouncilScript.Code($"theorem t : Goal := by {s}") }.Answer);
        bench.Lean.CheckTime = TimeSpan.FromSeconds(1);
        bench.Portfolio = new ListSampler([.. Enumerable.Range(0, 500).Select(i => $"by attempt{i}")]);

        var result = await bench.ThinkAsync(bench.Request() with { Budget = new DeepThinkBudget { Cpu = TimeSpan.FromSeconds(20) } });

        Assert.True(result.Account.Spent.Cpu <= TimeSpan.FromSeconds(20), $"{result.Account.Spent.Cpu}");
        Assert.Contains(result.Account.Branches, b => b is { Id: "portfolio", Outcome: BranchOutcome.Spent });
        Assert.All(result.Account.Branches.Where(b => b.Id is "refutation" or "portfolio" or "council"), b => Assert.True(b.Tried > 0, $"{b.Id} has starved."));
        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
    }

    [Fact]
    public async Task No_more_tokens_are_spent_than_there_are()
    {
        await using var bench = await ThinkBench.StartAsync(new CouncilScript { Attempt = s => string.Concat(Enumerable.Repeat($"{s} ", 400)), Sketch = string.Concat(Enumerable.Repeat("word ", 400)) }.Answer);

        var result = await bench.ThinkAsync(bench.Request() with { Budget = new DeepThinkBudget { MaxTokens = 12_000 } });

        Assert.True(bench.Ledger.Requests > 0);
        Assert.True(bench.Ledger.Entries.Sum(e => e.InputTokens + e.OutputTokens) <= 12_000);
        Assert.True(result.Account.Spent.Models.Tokens <= 12_000, $"{result.Account.Spent.Models}");
        Assert.Contains(result.Account.Council!.Answers.Select(a => a.Says).Append(result.Account.Council.Chair?.Says), s => s?.Contains("tokens left", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Without_tokens_no_model_is_asked_and_the_rest_goes_on()
    {
        await using var bench = await ThinkBench.StartAsync(_ => Answer.Error(500));

        var result = await bench.ThinkAsync(bench.Request() with { Budget = new DeepThinkBudget { MaxTokens = 0 } });

        Assert.Equal((0, VerdictKind.NotProved), (bench.Ledger.Requests, result.Verdict.Kind));
        Assert.Equal(["refutation", "portfolio", "search", "decomposition"], result.Account.Branches.Select(b => b.Id));
    }

    [Fact]
    public async Task When_the_time_is_spent_everything_ends_and_says_so()
    {
        await using var bench = await ThinkBench.StartAsync(_ => Answer.Never());

        var result = await bench.ThinkAsync(bench.Request() with { Budget = new DeepThinkBudget { Wall = TimeSpan.FromSeconds(2) } });

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.All(result.Account.Branches.Where(b => b.Id is "council" or "sketches"), b => Assert.Contains(b.Outcome, new[] { BranchOutcome.Spent, BranchOutcome.Exhausted }));
        Assert.Empty(result.Account.NotBegun);
    }

    [Fact]
    public async Task Checks_that_only_run_out_of_time_know_nothing()
    {
        await using var bench = await ThinkBench.StartAsync(_ => Answer.Error(500));
        bench.Lean.CheckTime = TimeSpan.FromHours(1);

        var result = await bench.ThinkAsync(bench.Request() with { Models = [] });

        Assert.True(result.Account.Branches.Sum(b => b.TimedOut) >= 2);
        Assert.Equal(0, result.Account.Branches.Sum(b => b.Refused));
    }
}
