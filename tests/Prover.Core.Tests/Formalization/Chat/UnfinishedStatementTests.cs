using Microsoft.Extensions.AI;
using Prover.Core.Checking;
using Prover.Core.Formalization;
using Prover.Core.Formalization.Chat;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Tests.Fakes;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Formalization.Chat;

public class UnfinishedStatementTests
{
    private const string Answer = "```lean4\ntheorem x (n : Nat) : n = n := by sorry\n```";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_Lean_accepts_is_proposed()
    {
        var (answer, client) = await FormalizeAsync(_ => [Answer], _ => ScriptedChecker.Hole("problem"));

        Assert.Equal("theorem problem (n : Nat) : n = n", Assert.IsType<FormalizerAnswer.Proposed>(answer).Statement.Text);
        Assert.Single(client.Requests);
    }

    [Fact]
    public async Task When_Lean_cannot_be_asked_the_model_is_not_blamed()
    {
        var (answer, client) = await FormalizeAsync(_ => [Answer], _ => new CheckOutcome.InfrastructureFailure("no Lean"));

        Assert.Contains("Lean could not be asked", Assert.IsType<FormalizerAnswer.Declined>(answer).Reason, StringComparison.Ordinal);
        Assert.Single(client.Requests);
    }

    [Fact]
    public async Task A_name_that_would_become_a_variable_is_an_error()
    {
        var (answer, client) = await FormalizeAsync(_ => [Answer], request => request.Text.Contains("autoImplicit false", StringComparison.Ordinal)
            ? ScriptedChecker.Error("Unknown identifier `p`")
            : ScriptedChecker.Hole("problem"));

        Assert.IsType<FormalizerAnswer.Declined>(answer);
        Assert.Contains("Unknown identifier `p`", client.Requests.ElementAt(1).User, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_was_cut_off_is_asked_for_again()
    {
        var client = new ScriptedChatClient((n, _) => n == 0 ? CutOff() : ScriptedChatClient.Stream(Answer));
        var answer = await FormalizeAsync(client, _ => ScriptedChecker.Hole("problem"));

        Assert.Equal("theorem problem (n : Nat) : n = n", Assert.IsType<FormalizerAnswer.Proposed>(answer).Statement.Text);
        Assert.Equal(2, client.Requests.Count);
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> CutOff()
    {
        await Task.CompletedTask;
        yield return ScriptedChatClient.Text("```lean4\ntheorem x (n : Nat) (h : 12 ∣ n) : 1");
        yield return ScriptedChatClient.End(reason: ChatFinishReason.Length);
    }

    private static async Task<(FormalizerAnswer Answer, ScriptedChatClient Client)> FormalizeAsync(
        Func<int, string[]> says, Func<CheckRequest, CheckOutcome> lean)
    {
        var client = ScriptedChatClient.Of(says);
        return (await FormalizeAsync(client, lean), client);
    }

    private static async Task<FormalizerAnswer> FormalizeAsync(ScriptedChatClient client, Func<CheckRequest, CheckOutcome> lean)
    {
        var checker = new ScriptedChecker(lean);
        var formalizer = new ChatFormalizer(ScriptedChatClient.Model(client), "formalize-plain", new PromptLibrary(), checker, new StatementCompiler(checker));
        return await formalizer.FormalizeAsync(new InformalProblem("Show that n = n.", "problem", false), new ModelSession(), Token);
    }
}
