using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Council;
using Prover.Core.Tests.DeepThinking.Support;
using Prover.Core.Verification;
using static Prover.Core.Tests.DeepThinking.Support.CouncilScript;

namespace Prover.Core.Tests.DeepThinking.Council;

public sealed class CouncilTests
{
    private const string Right = "theorem t : Goal := by\n  have a : Key := by sorry\n  conclude";
    private const string Wrong = "theorem t : Goal := by\n  have a : Nonsense := by sorry\n  conclude";

    [Fact]
    public async Task The_majority_is_wrong_and_Lean_is_right()
    {
        // Two of three want to go by what is false, and everybody ranks the one who is right last.
        var script = new CouncilScript
        {
            Attempt = strategy => Code(strategy == "contradiction" ? Right : Wrong),
            Likes = text => text.Contains("Nonsense", StringComparison.Ordinal) ? 1 : 0,
        };
        await using var bench = await ThinkBench.StartAsync(script.Answer);
        bench.Lean.True.Add("Key");
        bench.Lean.False.Add("Nonsense");

        var result = await bench.ThinkAsync(bench.Request());

        Assert.Equal(VerdictKind.Proved, result.Verdict.Kind);
        Assert.Contains("theorem t_sub_", result.Proof, StringComparison.Ordinal);
        Assert.DoesNotContain("sorry", result.Proof, StringComparison.Ordinal);
        var council = result.Account.Council!;
        Assert.Equal("contradiction@m", council.Ranking[^1].Member);
        Assert.Equal(LeanStanding.Proved, council.Answers.Single(a => a.Member == "contradiction@m").Standing);
        Assert.All(council.Answers.Where(a => a.Member != "contradiction@m"), a => Assert.Equal(LeanStanding.Refuted, a.Standing));

        // Who voted for the crowd went against Lean; the one who was right could only choose between two that are wrong.
        Assert.Equal([0.0, 0.0, null], council.Reliability.OrderBy(r => r.Member).Select(r => r.Agreement));
        Assert.Equal([SubgoalState.Proved, SubgoalState.Refuted], result.Account.Subgoals.Select(s => s.State).Order().Distinct().Where(s => s != SubgoalState.Open));
    }

    [Fact]
    public async Task A_proof_that_Lean_verifies_ends_the_council_before_any_vote()
    {
        var script = new CouncilScript { Attempt = strategy => strategy == "computation" ? Code("theorem t : Goal := by conclude") : "I do not know." };
        await using var bench = await ThinkBench.StartAsync(script.Answer);

        var result = await bench.ThinkAsync(bench.Request());

        Assert.Equal(VerdictKind.Proved, result.Verdict.Kind);
        Assert.Equal("council/computation@m", result.Origin);
        Assert.Empty(result.Account.Council!.Votes);
    }

    [Theory]
    [InlineData("theorem t : Easier := by direct", "states another theorem")]
    [InlineData("axiom cheat : Goal\ntheorem t : Goal := by conclude", "cheat")]
    [InlineData("theorem t : Goal := by sorry", null)]
    [InlineData("theorem t : Easier := by\n  have a : Easier := by sorry\n  direct", "states another theorem")]
    public async Task A_chairman_that_cheats_proves_nothing(string text, string? caught)
    {
        await using var bench = await ThinkBench.StartAsync(new CouncilScript { Chair = Code(text) }.Answer);
        bench.Lean.True.Add("Easier");

        var result = await bench.ThinkAsync(bench.Request());

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.Null(result.Proof);
        Assert.True(result.Account.Council!.Chair!.Standing <= LeanStanding.Rejected, $"{result.Account.Council.Chair}");
        if (caught is not null)
        {
            Assert.Contains(result.Account.Caught, c => c.Who == "chairman" && c.How.Contains(caught, StringComparison.Ordinal));
            Assert.Contains(bench.Events.OfType<DeepThinkEvent.Caught>(), c => c.Fraud.Who == "chairman");
        }
    }

    [Fact]
    public async Task The_chairman_hears_what_Lean_said_and_its_sketch_is_worked_on()
    {
        var heard = string.Empty;
        var script = new CouncilScript
        {
            Attempt = strategy => strategy == "algebraic" ? Code(Wrong) : "I do not know.",
            Chair = Code(Right),
        };
        await using var bench = await ThinkBench.StartAsync(request =>
        {
            heard = request.Messages[0].Text.Contains("chairman", StringComparison.Ordinal) ? request.LastUser : heard;
            return script.Answer(request);
        });
        bench.Lean.True.Add("Key");
        bench.Lean.False.Add("Nonsense");

        var result = await bench.ThinkAsync(bench.Request());

        Assert.Equal(VerdictKind.Proved, result.Verdict.Kind);
        Assert.Equal("council/chairman", result.Origin);
        Assert.Contains("A hole of it is false", heard, StringComparison.Ordinal);
        Assert.Equal(LeanStanding.Proved, result.Account.Council!.Chair!.Standing);
    }

    [Fact]
    public async Task A_member_that_never_answers_is_left_behind()
    {
        var script = new CouncilScript { Attempt = strategy => strategy == "algebraic" ? null : Code(Right) };
        await using var bench = await ThinkBench.StartAsync(script.Answer);

        var result = await bench.ThinkAsync(bench.Request() with { Budget = new() { Wall = TimeSpan.FromSeconds(6) } });

        var silent = result.Account.Council!.Answers.Single(a => a.Member == "algebraic@m");
        Assert.Equal((LeanStanding.NoProof, string.Empty), (silent.Standing, silent.Text));
        Assert.Contains("No answer within", silent.Says, StringComparison.Ordinal);
        Assert.NotNull(result.Account.Council.Chair);
        Assert.Equal("Key", Assert.Single(result.Account.Remaining).Statement.Split(" : ")[1]);
    }

    [Fact]
    public async Task A_vote_that_does_not_rank_every_answer_once_is_counted_as_invalid()
    {
        var script = new CouncilScript { Attempt = strategy => $"By {strategy} it is clear." };
        await using var bench = await ThinkBench.StartAsync(request => request.Messages[0].Text.Contains("You review", StringComparison.Ordinal)
            ? global::Prover.Models.StandIn.Answer.Text("FINAL RANKING:\n1. Answer A\n2. Answer A")
            : script.Answer(request));

        var result = await bench.ThinkAsync(bench.Request());

        Assert.All(result.Account.Council!.Votes, v => Assert.NotNull(v.Problem));
        Assert.All(result.Account.Council.Reliability, r => Assert.Equal(1, r.InvalidVotes));
        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
    }

    [Fact]
    public async Task Nobody_sees_whose_an_answer_is_nor_its_own()
    {
        var reviews = new System.Collections.Concurrent.ConcurrentBag<string>();
        var script = new CouncilScript { Attempt = strategy => $"By {strategy} it is clear." };
        await using var bench = await ThinkBench.StartAsync(
            request =>
            {
                if (request.Messages[0].Text.Contains("You review", StringComparison.Ordinal))
                {
                    reviews.Add(request.LastUser);
                }

                return script.Answer(request);
            },
            "first", "second", "third");

        await bench.ThinkAsync(bench.Request());

        Assert.Equal(3, reviews.Count);
        Assert.All(reviews, r => Assert.DoesNotContain("@", r, StringComparison.Ordinal));
        Assert.Equal([2, 2, 2], new[] { "algebraic", "computation", "contradiction" }.Select(s => reviews.Count(r => r.Contains(s, StringComparison.Ordinal))));
    }
}
