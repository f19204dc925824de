using Prover.Core.Formalization;
using Prover.Core.Formalization.Chat;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Tests.Fakes;

namespace Prover.Core.Tests.Formalization.Chat;

public sealed class ChatFaithfulnessJudgeTests
{
    private static readonly PromptLibrary Prompts = new();
    private static readonly InformalProblem Problem = new("Show that n is less than its successor.", "successor", HasMathlib: false);
    private static readonly FormalStatement Statement = new("theorem successor (n : Nat) : n < n + 1", "a/formalize-plain.v1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("No differences.\nVERDICT: SAME", Finding.Supports)]
    [InlineData("First I thought VERDICT: SAME, but zero is missing.\n**VERDICT: DIFFERENT**", Finding.Doubts)]
    [InlineData("VERDICT: SAME\nOn reflection:\nVERDICT: UNSURE", Finding.Unknown)]
    public async Task The_last_verdict_line_counts_and_is_an_opinion_only(string opinion, Finding expected)
    {
        var judge = Judge(("b", _ => opinion));

        var evidence = await judge.BackTranslateAsync(Problem, Statement, new ModelSession(), Token);

        Assert.Equal((EvidenceKind.BackTranslation, expected), (evidence!.Kind, evidence.Finding));
    }

    [Theory]
    [InlineData("It is the same.")]
    [InlineData("VERDICT: perhaps")]
    [InlineData("The VERDICT: SAME would be wrong to give here, so I give none")]
    public async Task Without_a_verdict_line_there_is_no_evidence(string opinion)
    {
        Assert.Null(await Judge(("b", _ => opinion)).BackTranslateAsync(Problem, Statement, new ModelSession(), Token));
    }

    [Fact]
    public async Task The_author_judges_itself_only_where_there_is_nobody_else()
    {
        var asked = new List<string>();
        var judge = Judge(("a", _ => Note("a")), ("b", _ => Note("b")));
        string Note(string name)
        {
            asked.Add(name);
            return "VERDICT: SAME";
        }

        await judge.BackTranslateAsync(Problem, Statement, new ModelSession(), Token);

        Assert.Equal(["b", "b"], asked);
    }

    [Fact]
    public async Task The_translator_does_not_know_the_problem_and_the_judge_not_the_statement()
    {
        var client = ScriptedChatClient.Of(n => [n == 0 ? "A number is less than the next one." : "VERDICT: SAME"]);

        await new ChatFaithfulnessJudge([ScriptedChatClient.Model(client, "b")], Prompts).BackTranslateAsync(Problem, Statement, new ModelSession(), Token);

        var (translator, judge) = (client.Requests.First().User, client.Requests.Last().User);
        Assert.DoesNotContain("successor.", translator, StringComparison.Ordinal);
        Assert.DoesNotContain("theorem", judge, StringComparison.Ordinal);
        Assert.Contains(Problem.Text, judge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_go_to_the_statement_wherever_it_stood()
    {
        FormalStatement[] statements = [Statement, new("theorem successor (n : Nat) : n < n", "b/x"), new("theorem successor : True", "c/x")];
        var firsts = new HashSet<string>();
        ScriptedChatClient? client = null;
        client = ScriptedChatClient.Of(_ =>
        {
            var candidates = client!.Requests.Last().User.Split("Candidate ")[1..];
            firsts.Add(candidates[0]);
            return [$"1: bad\nVOTE: {Array.FindIndex(candidates, c => c.Contains("n < n + 1", StringComparison.Ordinal)) + 1}"];
        });

        var votes = await new ChatFaithfulnessJudge([ScriptedChatClient.Model(client, "m")], Prompts).VoteAsync(Problem, statements, new ModelSession(), Token);

        Assert.Equal([Finding.Supports, Finding.Doubts, Finding.Doubts], votes.Select(v => v.Finding));
        Assert.True(firsts.Count > 1, "the order never changes");
    }

    [Fact]
    public async Task Votes_for_nothing_that_stands_there_do_not_count()
    {
        FormalStatement[] statements = [Statement, new("theorem successor : True", "c/x")];
        var judge = Judge(("m", n => n switch { 0 => "VOTE: 7", 1 => "I like them all.", _ => "VOTE: NONE" }));

        var votes = await judge.VoteAsync(Problem, statements, new ModelSession(), Token);

        Assert.All(votes, v => Assert.Equal("0 of 1 votes are for it.", v.Message));
    }

    private static ChatFaithfulnessJudge Judge(params (string Name, Func<int, string> Say)[] models) =>
        new([.. models.Select(m => ScriptedChatClient.Model(ScriptedChatClient.Of(n => [m.Say(n)]), m.Name))], Prompts);
}
