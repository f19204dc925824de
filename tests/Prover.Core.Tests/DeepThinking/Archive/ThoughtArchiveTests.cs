using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Archive;
using Prover.Core.DeepThinking.Council;
using Prover.Core.Tests.DeepThinking.Support;
using static Prover.Core.Tests.DeepThinking.Support.CouncilScript;

namespace Prover.Core.Tests.DeepThinking.Archive;

public sealed class ThoughtArchiveTests
{
    private static readonly CouncilScript Script = new()
    {
        Attempt = strategy => strategy == "algebraic" ? Code("theorem t : Goal := by\n  have a : Key := by sorry\n  conclude") : $"By {strategy} it is clear.",
        Likes = text => text.Contains("lean4", StringComparison.Ordinal) ? 1 : 0,
        Chair = "It is clear.",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kept_thought_tells_what_its_result_told()
    {
        await using var bench = await ThinkBench.StartAsync(Script.Answer);
        bench.Portfolio = new ListSampler("by nothing");
        var archive = new ThoughtArchive(bench.Folder);

        var result = await bench.ThinkAsync(bench.Request() with { WorkFolder = archive.NewFolder("t") });
        var kept = Assert.Single(await archive.ListAsync(Token));

        Assert.Equal(result.Account.Branches.OrderBy(b => b.Id), kept.Account.Branches.OrderBy(b => b.Id));
        Assert.Equal(result.Account.Council!.Votes.Select(v => string.Join('>', v.Order)), kept.Account.Council!.Votes.Select(v => string.Join('>', v.Order)));
        Assert.Equal(result.Account.Council.Answers, kept.Account.Council.Answers);
        Assert.Equal(result.Account.Subgoals.Select(s => (s.Name, s.State)).Order(), kept.Account.Subgoals.Select(s => (s.Name, s.State)).Order());
        Assert.Equal((result.Proof, result.Origin, "theorem t : Goal"), (kept.Proof, kept.Origin, kept.Request!.Statement));
        Assert.Equal(kept.Folder, (await archive.ReadAsync(kept.Id, Token))!.Folder);
    }

    [Fact]
    public async Task What_is_proved_what_was_stopped_and_what_runs_are_told_apart()
    {
        await using var bench = await ThinkBench.StartAsync(Script.Answer);
        var archive = new ThoughtArchive(bench.Folder);
        var (proved, stopped) = (archive.NewFolder("proved"), archive.NewFolder("stopped"));
        bench.Portfolio = new ListSampler("by conclude");
        await bench.ThinkAsync(bench.Request() with { WorkFolder = proved });
        ThoughtState? meanwhile = null;
        await foreach (var happened in bench.Thinker().ThinkAsync(bench.Request() with { WorkFolder = stopped }, Token))
        {
            if (happened is DeepThinkEvent.BranchStarted)
            {
                meanwhile = (await archive.ReadAsync(Path.GetFileName(stopped), Token))!.State;
                break;
            }
        }

        var states = (await archive.ListAsync(Token)).ToDictionary(t => t.Folder, t => t.State);

        Assert.Equal(ThoughtState.Running, meanwhile);
        Assert.Equal(ThoughtState.Interrupted, states[stopped]);
        Assert.Equal(ThoughtState.Proved, states[proved]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../other")]
    [InlineData("never")]
    public async Task What_is_no_id_finds_nothing(string id)
    {
        var archive = new ThoughtArchive(Path.Combine(Path.GetTempPath(), "prover-no-archive"));
        Assert.Null(await archive.ReadAsync(id, Token));
        Assert.Empty(await archive.ListAsync(Token));
    }

    [Fact]
    public void Reliability_adds_up_over_councils_by_model()
    {
        CouncilReport Council(LeanStanding standing, int right, int wrong) => new()
        {
            Answers = [new CouncilAnswer("m/a", "m", "x", standing, string.Empty), new CouncilAnswer("n/a", "n", "x", LeanStanding.Rejected, string.Empty)],
            Reliability = [new MemberReliability("m/a", standing, right, wrong, 0), new MemberReliability("n/a", LeanStanding.Rejected, 0, 0, 1)],
        };

        var reliability = ModelReliability.Of([Council(LeanStanding.Proved, 2, 1), Council(LeanStanding.Rejected, 1, 0)]);

        Assert.Equal([new ModelReliability("m", 2, 2, 1, 3, 1, 0), new ModelReliability("n", 2, 2, 0, 0, 0, 2)], reliability);
        Assert.Equal(0.75, reliability[0].Agreement);
        Assert.Null(reliability[1].Agreement);
    }
}
