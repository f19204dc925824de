using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Core.Tests.Fakes;

namespace Prover.Core.Tests.Models;

public class EndlessAnswerTests
{
    [Fact]
    public async Task An_answer_without_an_end_is_cut_where_no_honest_one_can_reach()
    {
        var model = ScriptedChatClient.Model(new ScriptedChatClient((_, _) => Endless()));
        var (session, longest, end) = (new ModelSession(new TokenBudget(1_000_000)), 0, (AnswerEnd?)null);
        var request = new ModelRequest { Purpose = "prove", Messages = [new ChatMessage(ChatRole.System, "s"), new ChatMessage(ChatRole.User, "u")], MaxOutputTokens = 200 };

        await foreach (var update in session.AskAsync(model, request, TestContext.Current.CancellationToken))
        {
            (longest, end) = (Math.Max(longest, update.Text.Length), update.End);
        }

        Assert.Equal(AnswerEnd.Cut, end);
        Assert.InRange(longest, 200 * 4, 200 * 100);
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Endless()
    {
        while (true)
        {
            await Task.Yield();
            yield return ScriptedChatClient.Text("and so on and on\n");
        }
    }
}
