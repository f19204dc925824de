using Grpc.Core;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Council;
using Prover.Core.Verification;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.DeepThinking;

public sealed class DeepThinkSpecs
{
    [Fact]
    public async Task A_thought_is_told_as_it_goes_on()
    {
        var report = new BranchReport("search", BranchKind.Search, BranchOutcome.TimedOut, "slow") { Tried = 3, TimedOut = 2, Failed = 1, Cpu = TimeSpan.FromSeconds(4) };
        var vote = new CouncilVote("a", new Dictionary<string, string> { ["A"] = "b" }, ["b"], "text");
        var subgoal = new SubgoalReport("t_sub", "theorem t_sub : True", SubgoalState.Open) { Reason = "hard" };
        var thinker = new FakeThinker(
            new DeepThinkEvent.Planned("t", "True", [new BranchPlan("search", BranchKind.Search, "Search", 5)]),
            new DeepThinkEvent.BranchStarted("search", TimeSpan.FromSeconds(9)),
            new DeepThinkEvent.BranchEnded(report),
            new DeepThinkEvent.SubgoalDecided("council", subgoal),
            new DeepThinkEvent.Voted(vote),
            new DeepThinkEvent.Ranked([new RankedAnswer("b", 1, 0, 1), new RankedAnswer("a", null, 0, 0)]),
            new DeepThinkEvent.Caught(new CaughtFraud("chairman", "an axiom")),
            new DeepThinkEvent.Certified("council", "theorem t : True := trivial", "council/b", false),
            new DeepThinkEvent.Finished(new DeepThinkResult
            {
                Verdict = Samples.Verdict(VerdictKind.Proved),
                Proof = "theorem t : True := trivial",
                Account = new DeepThinkAccount { Branches = [report], Subgoals = [subgoal] },
            }));
        await using var host = await StartAsync(thinker);
        using var call = Client(host).Think(
            new V1.ThinkRequest { Statement = "theorem t : True", Seed = 7, Budget = new V1.ThinkBudget { MaxTokens = 0, Cpu = new() { Seconds = 5 } }, Models = new V1.ModelChoice() }, cancellationToken: Token);

        var told = await call.ReadAll();

        Assert.Equal(
            [V1.ThinkResponse.KindOneofCase.Plan, V1.ThinkResponse.KindOneofCase.Started, V1.ThinkResponse.KindOneofCase.Ended, V1.ThinkResponse.KindOneofCase.Subgoal,
             V1.ThinkResponse.KindOneofCase.Vote, V1.ThinkResponse.KindOneofCase.Ranking, V1.ThinkResponse.KindOneofCase.Caught, V1.ThinkResponse.KindOneofCase.Certificate, V1.ThinkResponse.KindOneofCase.Result],
            told.Select(t => t.KindCase));
        Assert.Equal(("timed_out", 3, 2, 1, 4L), (told[2].Ended.Outcome, told[2].Ended.Tried, told[2].Ended.TimedOut, told[2].Ended.Failed, told[2].Ended.Cpu.Seconds));
        Assert.Equal(("open", "hard"), (told[3].Subgoal.State, told[3].Subgoal.Reason));
        Assert.Equal((true, false), (told[5].Ranking.Answers[0].HasMeanRank, told[5].Ranking.Answers[1].HasMeanRank));
        Assert.Equal(V1.VerdictKind.Proved, told[^1].Result.Verdict.Kind);
        var asked = Assert.Single(thinker.Asked);
        Assert.Equal((7, 0L, TimeSpan.FromSeconds(5), 0), (asked.Seed, asked.Budget.MaxTokens, asked.Budget.Cpu, asked.Models!.Count));
        Assert.Null(asked.WorkFolder);
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_request_is_told_field_by_field()
    {
        await using var host = await StartAsync(new FakeThinker());
        var fields = await FieldsRefused(() => ReadAsync(Client(host), new V1.ThinkRequest
        {
            Budget = new V1.ThinkBudget { MaxTokens = -1, Wall = new() { Seconds = 1_000_000 }, Cpu = new() { Seconds = -1 } },
            CouncilSeats = 0,
            MaxDepth = 99,
        }));
        Assert.Equal(["budget.cpu", "budget.max_tokens", "budget.wall", "council_seats", "max_depth", "statement"], fields.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_service_without_a_thinker_says_so()
    {
        await using var service = await TestService.StartAsync();
        await FailsWith(StatusCode.Unimplemented, () => ReadAsync(new V1.DeepThinkService.DeepThinkServiceClient(service.Channel), new V1.ThinkRequest { Statement = "theorem t : True" }));
    }

    private static Task<TestService> StartAsync(FakeThinker thinker) => thinker.StartAsync();

    private static V1.DeepThinkService.DeepThinkServiceClient Client(TestService service) => new(service.Channel);

    private static async Task ReadAsync(V1.DeepThinkService.DeepThinkServiceClient client, V1.ThinkRequest request)
    {
        using var call = client.Think(request, cancellationToken: Token);
        await call.ReadAll();
    }
}
