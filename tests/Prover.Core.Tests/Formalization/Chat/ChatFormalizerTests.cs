using System.Collections.Concurrent;
using Prover.Core.Formalization;
using Prover.Core.Formalization.Chat;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Tests.Fakes;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Formalization.Chat;

public sealed class ChatFormalizerTests
{
    private static readonly PromptLibrary Prompts = new();
    private static readonly InformalProblem Problem = new("Show that n is less than its successor.", "successor", HasMathlib: false);

    private readonly ConcurrentQueue<ModelEvent> _events = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_statement_is_taken_under_our_name_and_without_its_proof()
    {
        var answer = await FormalizeAsync(ScriptedChatClient.Of(_ => ["So:\n```lean4\ntheorem foo (n : Nat) : n < n + 1 := by\n  omega\n```"]));

        var proposed = Assert.IsType<FormalizerAnswer.Proposed>(answer).Statement;
        Assert.Equal("theorem successor (n : Nat) : n < n + 1", proposed.Text);
        Assert.StartsWith("m/formalize-plain.v1@", proposed.Author, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Lean_says_of_a_statement_goes_back_to_the_model()
    {
        var client = ScriptedChatClient.Of(n => [n == 0 ? "```lean4\ntheorem foo (n : ℕ) : n < broken\n```" : "```lean4\ntheorem foo (n : Nat) : n < n + 1\n```"]);

        var answer = await FormalizeAsync(client);

        Assert.IsType<FormalizerAnswer.Proposed>(answer);
        var repair = client.Requests.Last();
        Assert.Contains("n < broken", repair.User, StringComparison.Ordinal);
        Assert.Contains("unknown broken", repair.User, StringComparison.Ordinal);
        Assert.Contains(_events.OfType<ModelEvent.Unusable>(), e => e.Reason.Contains("unknown broken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_that_never_gets_it_right_is_given_up()
    {
        var client = ScriptedChatClient.Of(_ => ["```lean4\ntheorem foo : broken\n```"]);

        var declined = Assert.IsType<FormalizerAnswer.Declined>(await FormalizeAsync(client));

        Assert.Contains("unknown broken", declined.Reason, StringComparison.Ordinal);
        Assert.Equal(4, client.Requests.Count);
    }

    [Fact]
    public async Task A_model_may_say_that_it_cannot()
    {
        var client = ScriptedChatClient.Of(_ => ["CANNOT: it needs real numbers."]);

        var declined = Assert.IsType<FormalizerAnswer.Declined>(await FormalizeAsync(client));

        Assert.Contains("it needs real numbers", declined.Reason, StringComparison.Ordinal);
        Assert.Single(client.Requests);
    }

    [Fact]
    public async Task Without_tokens_nothing_is_asked()
    {
        var client = ScriptedChatClient.Of(_ => ["x"]);

        Assert.IsType<FormalizerAnswer.Declined>(await FormalizeAsync(client, limit: 10));

        Assert.Empty(client.Requests);
    }

    private Task<FormalizerAnswer> FormalizeAsync(ScriptedChatClient client, long? limit = null)
    {
        var checker = new ScriptedChecker(request =>
            request.Text.Contains("broken", StringComparison.Ordinal) ? ScriptedChecker.Error("unknown broken") : ScriptedChecker.Hole("successor"));
        return new ChatFormalizer(ScriptedChatClient.Model(client), "formalize-plain", Prompts, checker, new StatementCompiler(checker))
            .FormalizeAsync(Problem, new ModelSession(new TokenBudget(limit), new ModelListener(_events.Enqueue)), Token);
    }
}
