using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Journal;
using Prover.Core.Tests.DeepThinking.Support;
using Prover.Core.Verification;
using static Prover.Core.Tests.DeepThinking.Support.CouncilScript;

namespace Prover.Core.Tests.DeepThinking.Journal;

public sealed class ResumeTests
{
    private static readonly CouncilScript Script = new()
    {
        Attempt = strategy => strategy == "algebraic" ? Code("theorem t : Goal := by\n  have a : Key := by sorry\n  have b : Riddle := by sorry\n  conclude") : $"By {strategy} it is clear.",
        Likes = text => text.Contains("lean4", StringComparison.Ordinal) ? 1 : 0,
        Chair = Code("theorem t : Goal := by\n  have a : Key := by sorry\n  have c : Nonsense := by sorry\n  conclude"),
    };

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(14)]
    public async Task A_thought_that_was_stopped_and_resumed_equals_one_that_was_not(int stopAfter)
    {
        await using var whole = await StartAsync();
        var expected = await whole.ThinkAsync(whole.Request());

        await using var bench = await StartAsync();
        var request = bench.Request() with { WorkFolder = bench.Folder };
        var (milestones, result) = (0, (DeepThinkResult?)null);
        for (var run = 0; run < 60 && result is not { Verdict.Kind: not VerdictKind.Cancelled }; run++)
        {
            milestones = 0;
            result = await bench.ThinkAsync(request, e => IsMilestone(e) && ++milestones == stopAfter + run);
        }

        Assert.Equal(Told(expected), Told(result!));
    }

    [Fact]
    public async Task Answers_that_are_kept_are_not_asked_for_again()
    {
        var asked = new System.Collections.Concurrent.ConcurrentBag<string>();
        await using var bench = await ThinkBench.StartAsync(request =>
        {
            asked.Add(request.Messages[0].Text);
            return Script.Answer(request);
        });
        var request = bench.Request() with { WorkFolder = bench.Folder };
        await bench.ThinkAsync(request, e => e is DeepThinkEvent.Voted);
        asked.Clear();

        await bench.ThinkAsync(request);

        Assert.DoesNotContain(asked, a => a.Contains("You are one of several", StringComparison.Ordinal));
        Assert.Contains(asked, a => a.Contains("You are the chairman", StringComparison.Ordinal));
        Assert.Contains(bench.Events.OfType<DeepThinkEvent.Resumed>(), r => r.Ended.Contains("portfolio"));
    }

    [Fact]
    public async Task A_thought_that_is_over_answers_at_once_and_its_proof_is_verified_again()
    {
        await using var bench = await ThinkBench.StartAsync(_ => global::Prover.Models.StandIn.Answer.Error(500));
        bench.Lean.True.Add("Goal");
        var request = bench.Request() with { WorkFolder = bench.Folder, Models = [] };
        var first = await bench.ThinkAsync(request);
        var again = await bench.ThinkAsync(await DeepThinker.ReadRequestAsync(bench.Folder, TestContext.Current.CancellationToken));
        Assert.Equal((first.Verdict.Kind, first.Proof, first.Origin), (again.Verdict.Kind, again.Proof, again.Origin));
        Assert.Empty(bench.Events.OfType<DeepThinkEvent.BranchStarted>());

        // What a file says is no proof: with a Lean that no longer accepts it nothing is proved.
        bench.Lean.True.Clear();
        var denied = await bench.ThinkAsync(request);
        Assert.NotEqual(VerdictKind.Proved, denied.Verdict.Kind);
        Assert.Null(denied.Proof);
    }

    [Fact]
    public async Task A_line_that_was_cut_off_by_a_kill_is_done_again()
    {
        await using var bench = await ThinkBench.StartAsync(Script.Answer);
        var request = bench.Request() with { WorkFolder = bench.Folder, Models = [] };
        var expected = await bench.ThinkAsync(request);
        var path = Path.Combine(bench.Folder, ThoughtJournal.FileName);
        var lines = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var cut = lines.LastIndexOf("\"kind\":\"branch\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, lines[..(cut + 30)], TestContext.Current.CancellationToken);

        Assert.Equal(Told(expected), Told(await bench.ThinkAsync(request)));
    }

    [Fact]
    public async Task A_folder_keeps_one_thought()
    {
        await using var bench = await ThinkBench.StartAsync(Script.Answer);
        await bench.ThinkAsync(bench.Request() with { WorkFolder = bench.Folder, Models = [] });
        var other = await Assert.ThrowsAsync<ThoughtException>(() => bench.ThinkAsync(bench.Request("theorem t : Other") with { WorkFolder = bench.Folder, Models = [] }));
        Assert.Contains("another statement", other.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ThoughtException>(() => DeepThinker.ReadRequestAsync(bench.Folder + "-none", TestContext.Current.CancellationToken));
    }

    private static async Task<ThinkBench> StartAsync()
    {
        var bench = await ThinkBench.StartAsync(Script.Answer);
        bench.Lean.True.Add("Key");
        bench.Lean.False.Add("Nonsense");
        return bench;
    }

    private static bool IsMilestone(DeepThinkEvent happened) =>
        happened is DeepThinkEvent.BranchEnded or DeepThinkEvent.Answered or DeepThinkEvent.Voted or DeepThinkEvent.SubgoalDecided or DeepThinkEvent.BranchStarted;

    private static string Told(DeepThinkResult result) => string.Join('\n', [
        $"{result.Verdict.Kind} {result.Proof}",
        .. result.Account.Branches.Select(b => $"{b.Id} {b.Outcome}"),
        .. result.Account.Subgoals.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => $"{s.Statement} {s.State} {s.Proof}"),
        .. result.Account.Council?.Answers.Append(result.Account.Council.Chair!).Select(a => $"{a.Member} {a.Standing} {a.Text}") ?? [],
        .. result.Account.Council?.Votes.Select(v => $"{v.Voter}: {string.Join(" > ", v.Order)}") ?? [],
        .. result.Account.Council?.Ranking.Select(r => $"{r.Member} {r.MeanRank}") ?? [],
        .. result.Account.Council?.Reliability.Select(r => $"{r.Member} {r.Agreement}") ?? [],
    ]);
}
