using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.DeepThinking.Council;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Verification;
using Prover.Service.Client;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Client;

public sealed class RemoteDeepThinkerSpecs
{
    private static readonly DeepThinkRequest Request = new() { Statement = "theorem one : 1 = 1", Budget = new DeepThinkBudget { Wall = TimeSpan.FromSeconds(60), MaxTokens = 500 } };

    private static readonly BranchPlan[] Plan = [new("search", BranchKind.Search, "Search", 5), new("council", BranchKind.Council, "Council", 3), new("late", BranchKind.Decomposition, "Late", 1)];
    private static readonly BranchReport Report = new("search", BranchKind.Search, BranchOutcome.TimedOut, "slow")
    {
        Tried = 3,
        Refused = 1,
        TimedOut = 2,
        Failed = 1,
        Wall = TimeSpan.FromSeconds(5),
        Cpu = TimeSpan.FromSeconds(4),
        Tokens = 7,
    };

    private static readonly SubgoalReport Subgoal = new("t_sub", "theorem t_sub : True", SubgoalState.Proved) { Proof = "theorem t_sub : True := trivial" };
    private static readonly CouncilAnswer Answer = new("a", "fake", "text", LeanStanding.Sketch, "one hole");
    private static readonly CouncilAnswer Chair = new("chairman", "fake", "end", LeanStanding.NoProof, "nothing") { IsChair = true };
    private static readonly CouncilVote Vote = new("a", new Dictionary<string, string> { ["A"] = "b" }, ["b"], "review") { Problem = "late" };
    private static readonly RankedAnswer[] Ranking = [new("b", 1.5, 2, 1), new("a", null, 0, 0)];
    private static readonly CaughtFraud Fraud = new("chairman", "an axiom");

    private static readonly DeepThinkEvent[] Happened =
    [
        new DeepThinkEvent.Planned("Name.one", "1 = 1", Plan) { At = TimeSpan.FromMilliseconds(1) },
        new DeepThinkEvent.BranchStarted("search", TimeSpan.FromSeconds(9)),
        new DeepThinkEvent.BranchStarted("council", TimeSpan.FromSeconds(8)),
        new DeepThinkEvent.BranchProgressed("search", "ten goals"),
        new DeepThinkEvent.Model("council", new ModelEvent.Answered("fake", "attempt", new ModelUsage(1, 10, 20, 0m))),
        new DeepThinkEvent.BranchEnded(Report),
        new DeepThinkEvent.SubgoalDecided("council", Subgoal),
        new DeepThinkEvent.Answered(Answer),
        new DeepThinkEvent.Voted(Vote),
        new DeepThinkEvent.Ranked(Ranking),
        new DeepThinkEvent.Answered(Chair),
        new DeepThinkEvent.Caught(Fraud),
        new DeepThinkEvent.Certified("council", "theorem one : 1 = 1 := rfl", "council/b", true) { At = TimeSpan.FromSeconds(3) },
    ];

    [Theory]
    [EveryKind]
    public async Task Every_event_arrives_as_it_happened(VerdictKind end)
    {
        DeepThinkEvent[] all = [.. Happened, new DeepThinkEvent.Finished(new DeepThinkResult
        {
            Verdict = Samples.Verdict(end),
            Proof = end == VerdictKind.Proved ? "theorem one : 1 = 1 := rfl" : null,
            Origin = end == VerdictKind.Proved ? "council/b" : null,
            Account = new DeepThinkAccount
            {
                Branches = [Report],
                NotBegun = [Plan[2]],
                Subgoals = [Subgoal],
                Council = new CouncilReport { Answers = [Answer], Votes = [Vote], Ranking = Ranking, Chair = Chair, Reliability = [new MemberReliability("a", LeanStanding.Rejected, 1, 2, 3)] },
                Caught = [Fraud],
                Budget = Request.Budget,
                Spent = new DeepThinkSpent(TimeSpan.FromSeconds(9), new ModelUsage(1, 10, 20, 0m), TimeSpan.FromSeconds(4)),
            },
        })];
        await using var service = await new FakeThinker(all).StartAsync();

        var events = await Follow(new RemoteDeepThinker(service.Connect()));

        Assert.Equal(all.Select(e => e.GetType()), events.Select(e => e.GetType()));
        Assert.All(all.Zip(events), pair => Assert.Equivalent(pair.First, pair.Second, strict: true));
    }

    [Fact]
    public async Task My_question_arrives_as_I_asked_it()
    {
        var thinker = new FakeThinker();
        await using var service = await thinker.StartAsync();
        var request = new DeepThinkRequest
        {
            Statement = "theorem one : 1 = 1",
            Budget = new DeepThinkBudget { Wall = TimeSpan.FromSeconds(5), Cpu = TimeSpan.FromSeconds(3), MaxTokens = 0 },
            Grade = Grade.Audited,
            Seed = -7,
            Models = ["one"],
            UseStore = false,
            CandidateTimeLimit = TimeSpan.FromSeconds(1.5),
            MaxDepth = 0,
            CouncilSeats = 3,
        };

        await Follow(new RemoteDeepThinker(service.Connect()), request);

        Assert.Equivalent(request, Assert.Single(thinker.Asked), strict: true);
    }

    [Fact]
    public async Task A_stream_without_a_result_says_nothing_of_the_statement_and_what_was_seen_is_kept()
    {
        await using var service = await new FakeThinker(Happened).StartAsync();

        var result = Assert.IsType<DeepThinkEvent.Finished>((await Follow(new RemoteDeepThinker(service.Connect())))[^1]).Result;

        Assert.Equal((VerdictKind.Infrastructure, "Name.one"), (result.Verdict.Kind, result.Verdict.Theorem));
        Assert.Contains("without a result", result.Verdict.Reason, StringComparison.Ordinal);
        Assert.Null(result.Proof);
        Assert.Equal([("search", BranchOutcome.TimedOut), ("council", BranchOutcome.Interrupted)], result.Account.Branches.Select(b => (b.Id, b.Outcome)));
        Assert.Equal("late", Assert.Single(result.Account.NotBegun).Id);
        Assert.Equal((1, 30L), (result.Account.Subgoals.Count, result.Account.Spent.Models.Tokens));
        Assert.Equal(Chair, result.Account.Council!.Chair);
    }

    [Fact]
    public async Task Cancelling_ends_the_thought_there_too()
    {
        var thinker = new FakeThinker(Happened) { Stopped = new TaskCompletionSource() };
        await using var service = await thinker.StartAsync();
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var events = new List<DeepThinkEvent>();
        await foreach (var happened in new RemoteDeepThinker(service.Connect()).ThinkAsync(Request, mine.Token))
        {
            events.Add(happened);
            if (events.Count == Happened.Length)
            {
                await mine.CancelAsync();
            }
        }

        Assert.Equal(VerdictKind.Cancelled, Assert.IsType<DeepThinkEvent.Finished>(events[^1]).Result.Verdict.Kind);
        await thinker.Stopped.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task What_the_service_does_not_take_is_an_exception()
    {
        await using var service = await new FakeThinker().StartAsync();
        await using var without = await TestService.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => Follow(new RemoteDeepThinker(service.Connect()), Request with { WorkFolder = "here" }));
        await Assert.ThrowsAsync<ArgumentException>(() => Follow(new RemoteDeepThinker(service.Connect()), Request with { CouncilSeats = 99 }));
        await Assert.ThrowsAsync<ToolchainException>(() => Follow(new RemoteDeepThinker(without.Connect())));
    }

    private static async Task<List<DeepThinkEvent>> Follow(RemoteDeepThinker thinker, DeepThinkRequest? request = null)
    {
        var events = new List<DeepThinkEvent>();
        await foreach (var happened in thinker.ThinkAsync(request ?? Request, Token))
        {
            events.Add(happened);
        }

        return events;
    }
}
