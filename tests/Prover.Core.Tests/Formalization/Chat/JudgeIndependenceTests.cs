using Prover.Core.Formalization;
using Prover.Core.Formalization.Chat;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Tests.Fakes;

namespace Prover.Core.Tests.Formalization.Chat;

public class JudgeIndependenceTests
{
    private static readonly InformalProblem Problem = new("Show that n = n.", "t", false);
    private static readonly FormalStatement ByEnglish = new("theorem t (n : Nat) : n = n", "english");
    private static readonly FormalStatement ByA = new("theorem t (n : Int) : n = n", "a/formalize-plain.v1@12345678");
    private static readonly FormalStatement AlsoByA = new("theorem t (n m : Int) : n = n", "a/formalize-careful.v1@12345678");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_does_not_corroborate_what_it_wrote()
    {
        var praise = await Judge(("a", _ => "VERDICT: SAME")).BackTranslateAsync(Problem, ByA, new ModelSession(), Token);
        var doubt = await Judge(("a", _ => "VERDICT: DIFFERENT")).BackTranslateAsync(Problem, ByA, new ModelSession(), Token);

        Assert.Equal(Finding.Unknown, praise!.Finding);
        Assert.Contains("no other model", praise.Message, StringComparison.Ordinal);
        Assert.Equal(Finding.Doubts, doubt!.Finding);
    }

    [Fact]
    public async Task What_another_model_or_the_grammar_wrote_it_corroborates()
    {
        var other = await Judge(("a", _ => "VERDICT: DIFFERENT"), ("b", _ => "VERDICT: SAME")).BackTranslateAsync(Problem, ByA, new ModelSession(), Token);
        var grammar = await Judge(("a", _ => "VERDICT: SAME")).BackTranslateAsync(Problem, ByEnglish, new ModelSession(), Token);

        Assert.Equal(Finding.Supports, other!.Finding);
        Assert.Equal(Finding.Supports, grammar!.Finding);
    }

    [Fact]
    public async Task A_vote_for_what_the_voter_wrote_does_not_count()
    {
        var votes = await Judge(("a", user => $"VOTE: {(user.IndexOf("Int", StringComparison.Ordinal) < user.IndexOf("Nat", StringComparison.Ordinal) ? 1 : 2)}"))
            .VoteAsync(Problem, [ByEnglish, ByA], new ModelSession(), Token);

        Assert.Empty(votes);
    }

    [Fact]
    public async Task A_model_that_wrote_all_of_them_is_not_asked_to_vote()
    {
        var (models, session) = (Judge(("a", _ => "VOTE: 1")), new ModelSession());

        Assert.Empty(await models.VoteAsync(Problem, [ByA, AlsoByA], session, Token));
        Assert.Equal(0, session.Usage.Requests);
    }

    private static ChatFaithfulnessJudge Judge(params (string Name, Func<string, string> Says)[] models) => new(
        [.. models.Select(m => ScriptedChatClient.Model(new Talking(m.Says), m.Name))], new PromptLibrary());

    private sealed class Talking(Func<string, string> says) : Microsoft.Extensions.AI.DelegatingChatClient(ScriptedChatClient.Of(_ => [string.Empty]))
    {
        public override IAsyncEnumerable<Microsoft.Extensions.AI.ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, Microsoft.Extensions.AI.ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            ScriptedChatClient.Stream(says(messages.Last().Text));
    }
}
